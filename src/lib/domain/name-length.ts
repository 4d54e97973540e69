/** The most characters that an organization's or a team's name may take. Apart, so that pages need no parser for it. */
export const NAME_LENGTH = 120;
