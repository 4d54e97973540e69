/** Words that say nothing about what a sentence means, by language. Another language adds a line of its own. */
const fillers: Record<string, string> = {
	en: `a about all also always an and any are as at be because been being both but by can do does each even ever every
	for from get gets give gives go goes had has have having he her here him his how i if in into is it it's its just
	make makes may me more most much must my no not of on one only or other our ours out own really shall she should
	so some such than that that's the their them themselves then there these they they're this those to too up us very
	want wants was we we'd we'll we're we've were what when where which while who whom will with without would you
	your yours customer customers team company people someone somebody everyone anyone always`
};

/** Sentences about who we want to be for our customers all name the customer: it says nothing either. */
export function fillerWords(language: string): ReadonlySet<string> {
	return new Set((fillers[language.slice(0, 2)] ?? '').split(/\s+/));
}
