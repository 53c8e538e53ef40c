import { ACT_RULES } from './act-rules.ts';
import { CASE_RULES } from './case-rules.ts';
import type { EventRule } from './event-form.ts';
import { MEETING_RULES } from './meeting-rules.ts';

/** Of rules that fit the same words the first one holds. */
export const EVENT_RULES: readonly EventRule[] = [...MEETING_RULES, ...ACT_RULES, ...CASE_RULES];
