import type { SteerRefusal } from './command.ts';
import type { JoinRefusal, PlanRefusal } from './new-workshop.ts';
import type { PromiseRefusal } from './promise.ts';
import type { TakePartRefusal } from './take-part.ts';

/** Why a link or a cookie does not open what it should. */
export type WorkshopAccessRefusal = 'no-such-workshop' | 'not-in-this-room';

/** Everything that a workshop can say no to. Each code has its words in `content`. */
export type WorkshopRefusal =
	| SteerRefusal
	| TakePartRefusal
	| PromiseRefusal
	| PlanRefusal
	| JoinRefusal
	| WorkshopAccessRefusal
	| 'no-such-text'
	| 'questions-closed'
	| 'room-moved-on'
	| 'not-ended-yet'
	| 'not-the-owner'
	| 'no-such-team'
	| 'too-many-created'
	| 'not-understood'
	| 'too-large';
