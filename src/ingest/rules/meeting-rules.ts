import { type EventRule, HELD, INSERT, ORDINAL, PLACE, PUBLIC, rule, SIDE, SIDES, SUBJECT } from './event-form.ts';

/** Meetings, visits and conferences. */
export const MEETING_RULES: readonly EventRule[] = [
  rule(
    'evaluation-visit',
    'INSPECTION',
    `${SUBJECT}(?:paid|made|carried out|conducted|performed) (?:an? |the )?(?:[\\w-]+ )*?(?:evaluation|inspection|verification) (?:visit|trip) (?:to|of|at|in) (?:an? |the )?(?<o>${SIDES})?`,
    { s: 'INSPECTOR', o: 'INSPECTED', score: 0.8 },
  ),
  rule(
    'board',
    'BOARD_MEETING',
    `(?:meeting|session) of the (?:enlarged |extended )?(?:[Bb]oard|[Cc]ollegium|collegial body)(?: of)?(?: the)?(?: (?<s>${SIDE})| department| ministry| committee| agency)?`,
    { s: 'PARTICIPANT', score: 0.85 },
  ),
  rule('board', 'BOARD_MEETING', `(?:[Bb]oard|[Cc]ollegium) (?:meeting|session)(?: of(?: the)? (?<s>${SIDE}))?`, {
    s: 'PARTICIPANT',
    score: 0.8,
  }),
  rule(
    'taking-part',
    'MEETING',
    `${SUBJECT}(?:took part|participated) in (?:an? |the )?(?:[\\w-]+ ){0,4}?(?:meeting|session|talks|consultations|negotiations)\\b(?: of (?:the )?(?<o>${SIDES}))?(?: in (?<p>${PLACE}))?`,
    {
      s: 'PARTICIPANT',
      o: 'PARTICIPANT',
      score: 0.75,
    },
  ),
  rule(
    'session',
    'COMMITTEE_SESSION',
    `${ORDINAL}(?:regular |joint |annual |extraordinary |plenary |next |scheduled )*(?:meeting|session|sitting) of (?:the )?(?<s>«O\\d+»)(?: (?:joint )?(?:working group|committee|commission))?`,
    { s: 'PARTICIPANT', score: 0.85, part: true },
  ),
  rule(
    'meeting-of',
    'MEETING',
    `(?:[Mm]eeting|[Cc]onsultations|[Nn]egotiations|[Tt]alks) (?:in (?<p>${PLACE}) )?(?:of|between) (?<s>${SIDES})(?: (?:with|and) (?<o>${SIDES}))?(?: in (?<p2>${PLACE}))?`,
    { s: 'PARTICIPANT', o: 'PARTICIPANT', score: 0.75, undated: true, everywhere: true },
  ),
  rule(
    'met',
    'MEETING',
    `${SUBJECT}(?:met|(?:held|had) (?:an? |the |\\w+ )*?(?:meetings?|talks|negotiations|conversations?|consultations|video ?conferences?|teleconferences?))(?: with)? (?<o>${SIDES})(?: (?:in|at) (?<p>${PLACE}))?`,
    { s: 'PARTICIPANT', o: 'PARTICIPANT', score: 0.9, part: true },
  ),
  rule(
    'held-meeting',
    'MEETING',
    `(?<s>${SIDES})${INSERT},? ?${PUBLIC}(?:held|convened|conducted) (?:an? |its |his |her )?(?:(?:regular|working|joint|extended|separate|special|operational|bilateral|\\w+) ){0,2}?(?:meeting|session|consultations|talks|negotiations)\\b(?: of (?:the )?(?<o>«O\\d+»))?`,
    { s: 'PARTICIPANT', o: 'PARTICIPANT', score: 0.75 },
  ),
  rule(
    'call',
    'MEETING',
    `(?:[Tt]elephone|[Pp]hone|[Vv]ideo) (?:conversations?|calls?|talks|conference|negotiations)\\b[^.;«]{0,40}?(?:between|of|with) (?<s>${SIDES})(?: (?:with|and) (?<o>${SIDES}))?`,
    { s: 'PARTICIPANT', o: 'PARTICIPANT', score: 0.8 },
  ),
  rule(
    'call',
    'MEETING',
    `${SUBJECT}(?:spoke|talked|held (?:a )?(?:telephone|phone) (?:conversation|talks|call))(?: (?:by|over the|on the) (?:tele)?phone)? with (?<o>${SIDES})`,
    { s: 'PARTICIPANT', o: 'PARTICIPANT', score: 0.8 },
  ),
  rule(
    'reported-to',
    'MEETING',
    `${SUBJECT}(?:reported|briefed) (?:to )?(?<o>(?:the )?«[PU]\\d+»|[Tt]he [Pp]resident\\b)(?= (?:on|about))`,
    {
      s: 'PARTICIPANT',
      o: 'PARTICIPANT',
      score: 0.65,
    },
  ),
  rule(
    'said-at-meeting',
    'MEETING',
    `${SUBJECT}(?:said|stated|noted|told|announced|declared|claimed|stressed|emphasi[sz]ed)[^.;«]{0,30}? at (?:an? |the )?(?:\\w+ )?meeting with (?:the )?(?<o>${SIDES})`,
    { s: 'PARTICIPANT', o: 'PARTICIPANT', score: 0.75 },
  ),
  rule('received', 'MEETING', `${SUBJECT}received (?<o>(?:the |an? )?«[PU]\\d+»|(?:the |an? )?«G\\d+»)`, {
    s: 'HOST',
    o: 'VISITOR',
    score: 0.85,
    part: true,
  }),
  rule(
    'receiving',
    'MEETING',
    `(?:Accepting|Receiving|Hosting) (?<o>${SIDES}|(?:the|an?) (?:«J\\d+» )?(?:\\w+ )?(?:official|guest|diplomat|general|minister|visitor)s?), (?<s>${SIDES})`,
    { s: 'HOST', o: 'VISITOR', score: 0.8, part: true },
  ),
  rule('was-received', 'MEETING', `(?<o>${SIDES}) (?:was|were) (?:also )?received by (?<s>${SIDES})`, {
    s: 'HOST',
    o: 'VISITOR',
    score: 0.85,
    part: true,
  }),
  rule(
    'meeting-held',
    'MEETING',
    `(?:[Mm]eeting|[Cc]onsultations|[Nn]egotiations|[Tt]alks) with (?<o>${SIDES})[^.;]{0,40}? (?:was|were) held`,
    { o: 'PARTICIPANT', score: 0.7, part: true },
  ),
  rule(
    'negotiations',
    'MEETING',
    `\\b(?:[Dd]uring|[Ii]n the course of|[Aa]t|[Ww]ithin) (?:the |their |these )?(?:negotiations|talks|consultations|meeting) (?:in|at) (?:the )?(?<h>«O\\d+»)`,
    { score: 0.75, part: true },
  ),
  rule(
    'negotiations',
    'MEETING',
    `\\b(?:[Dd]uring|[Ii]n the course of|[Aa]t|[Ww]ithin) (?:the |their |these )?(?:negotiations|talks|consultations|meetings?) with (?<o>${SIDES})`,
    { o: 'PARTICIPANT', score: 0.75, part: true },
  ),
  rule('discussed', 'MEETING', `(?<s>(?:[Tt]he )?«G\\d+») (?:also )?(?:discussed|considered|exchanged)`, {
    s: 'PARTICIPANT',
    score: 0.6,
    part: true,
  }),
  rule(
    'hosted',
    'VISIT',
    `(?<h2>«[CK]\\d+») (?:hosted|received|welcomed) (?<s>(?:the |an? )?(?:[\\w-]+ ){0,3}«[GP]\\d+»)`,
    { s: 'VISITOR', score: 0.85 },
  ),
  rule(
    'tour',
    'VISIT',
    `${SUBJECT}(?:visited|toured|inspected|got acquainted with|familiari[sz]ed (?:himself|herself|themselves) with)(?: an?| the)? (?:number of |several |some |many |various |leading |\\w+ )?(?:(?:defence|military|industrial) )?(?:«[OJ]\\d+» )?(?:defence |military )?(?:enterprises?|plants?|facilit(?:y|ies)|factor(?:y|ies)|units?|compan(?:y|ies)|institutions?|sites?)(?: (?:of|in) [^.;]{3,60})?`,
    { s: 'VISITOR', score: 0.8, part: true, topic: 'tour' },
  ),
  rule('tour', 'VISIT', `${SUBJECT}(?:visited|toured)(?: the)? (?<h>«O\\d+»)(?!'s? (?:country|capital))`, {
    s: 'VISITOR',
    score: 0.8,
    part: true,
    topic: 'tour',
  }),
  rule('and-visited', 'VISIT', `\\band (?:also |then )?(?:visited|toured) (?:the )?(?<h>«O\\d+»)`, {
    s: 'VISITOR',
    score: 0.75,
    part: true,
    topic: 'tour',
    carry: true,
  }),
  rule(
    'and-met',
    'MEETING',
    `\\band (?:also |then )?(?:met|had talks|held (?:talks|a meeting))(?: with)? (?<o>${SIDES})`,
    {
      s: 'PARTICIPANT',
      o: 'PARTICIPANT',
      score: 0.75,
      part: true,
      carry: true,
    },
  ),
  rule(
    'visited',
    'VISIT',
    `${SUBJECT}(?:visited|(?:paid|made|began|started|completed|concluded) (?:an? |his |her |its |the )?(?:\\w+ )*?visit (?:to|in)|on an? (?:[\\w-]+ )*?visit (?:to|in)|in (?=«[KCL]\\d+» on an? (?:\\w+ )*visit)|arrived (?:in|at)|travell?ed to|came to|went to|flew to|left for)(?: on [^.«]{3,30} to)? (?<p>${PLACE})(?: and (?<p2>${PLACE}))?`,
    { s: 'VISITOR', score: 0.9 },
  ),
  rule(
    'visiting',
    'VISIT',
    `(?:[Vv]isiting|[Dd]uring (?:his|her|a|the) (?:\\w+ )?(?:visit|trip) to) (?<p>${PLACE})[^,.;]*, (?<s>${SIDES})`,
    { s: 'VISITOR', score: 0.8 },
  ),
  rule(
    'hosted-meeting',
    'MEETING',
    `(?<h2>«[CK]\\d+») (?:hosted|hosts) (?:an? |the )?(?:\\w+ ){0,3}?(?:meeting|talks|consultations|negotiations)\\b(?: of (?:the )?(?<s>${SIDES}))?`,
    {
      s: 'PARTICIPANT',
      score: 0.7,
    },
  ),
  rule('was-in', 'VISIT', `(?<s>${SIDES}) (?:was|were|stayed) (?:also )?in (?<p>«[KCL]\\d+»)`, {
    s: 'VISITOR',
    score: 0.7,
  }),
  rule('visit-of', 'VISIT', `(?:[Vv]isit|[Tt]rip) (?:of|by) (?<s>${SIDES}) to (?<p>${PLACE})`, {
    s: 'VISITOR',
    score: 0.75,
    undated: true,
    everywhere: true,
  }),
  rule('visit-of', 'VISIT', `(?<s>«[PG]\\d+»)'s? (?:\\w+ )?(?:visit|trip) to (?<p>${PLACE})`, {
    s: 'VISITOR',
    score: 0.75,
    undated: true,
    everywhere: true,
  }),
  rule(
    'hosted-conference',
    'CONFERENCE',
    `(?:(?<p>«[LKC]\\d+»)|\\p{Lu}[\\p{L}-]+) (?:hosted|hosts) (?:an? |the )?(?:[\\w-]+ ){0,4}?(?:conference|forum|summit|symposium|seminar|congress)\\b(?: of (?:the )?(?<s>${SIDES}))?`,
    {
      s: 'PARTICIPANT',
      score: 0.75,
    },
  ),
  rule(
    'conference',
    'CONFERENCE',
    `(?:[Cc]onference|[Ff]orum|[Ss]ummit|[Ss]ymposium|[Ss]eminar|[Rr]ound table|[Cc]ongress)\\b(?: of (?:the )?(?<s>${SIDES}))?[^.;]{0,80}? ${HELD}`,
    { s: 'ORGANISER', score: 0.7 },
  ),
  rule(
    'conference',
    'CONFERENCE',
    `(?<s>${SIDES}) (?:hosted|held|took part in|participated in|attended) (?:an? |the )?(?:[\\w-]+ ){0,4}(?:conference|forum|summit|symposium|seminar|congress)\\b`,
    { s: 'PARTICIPANT', score: 0.7 },
  ),
];
