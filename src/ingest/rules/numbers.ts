const SMALL: Readonly<Record<string, number>> = Object.fromEntries(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, index) => [word, index + 1]),
);

const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

export const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  thousands: 1e3,
  million: 1e6,
  millions: 1e6,
  mln: 1e6,
  billion: 1e9,
  bln: 1e9,
  trillion: 1e12,
  dozen: 12,
};

const DIGITS = String.raw`\d{1,3}(?:[,\u00a0\u2009\u202f ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?`;

const WORD = [...Object.keys(TENS), ...Object.keys(SMALL)].sort((a, b) => b.length - a.length).join('|');

export const SCALE = Object.keys(SCALES)
  .sort((a, b) => b.length - a.length)
  .join('|');

const HUNDREDS = String.raw`(?:${WORD}|a)\s+hundred\s+and\s+(?:${WORD})(?:-(?:${WORD}))?`;

export const NUMBER = String.raw`(?:half\s+an?(?=\s+(?:hundred|thousand|million|billion|dozen)\b)|${HUNDREDS}|(?:${WORD}|an?)\s+and\s+a\s+half(?=\s+(?:hundred|thousand|million|billion)\b)|${DIGITS}|(?:${WORD})(?:-(?:${WORD}))?|an?(?=\s+(?:hundred|thousand|million|billion|dozen)\b))(?:\s+(?:${SCALE})\b){0,2}`;

/** Null where the words are no number. A comma before three digits parts thousands; any other is a decimal one. */
export function numberOf(printed: string): number | null {
  const words = printed.trim().toLowerCase();
  const half = /^(?<whole>half an?|\S+ and a half)(?<scales>(?:\s+[a-z]+)+)$/.exec(words)?.groups;
  if (half) {
    const whole = half.whole?.startsWith('half') ? 0 : (baseOf(half.whole?.split(' ')[0] ?? '') ?? Number.NaN);
    return numberOf(`${whole + 0.5}${half.scales}`);
  }
  const hundreds = /^(?<count>\S+) hundred and (?<rest>\S+)$/.exec(words)?.groups;
  if (hundreds) return (baseOf(hundreds.count ?? '') ?? Number.NaN) * 100 + (baseOf(hundreds.rest ?? '') ?? Number.NaN);
  const [head = '', ...scales] = words.split(/\s+(?=[a-z])/);
  const factor = scales.reduce((product, scale) => product * (SCALES[scale] ?? Number.NaN), 1);
  return baseOf(head) === null ? null : roundOff((baseOf(head) as number) * factor);
}

function baseOf(head: string): number | null {
  if (/^an?$/.test(head)) return 1;
  if (/^\d/.test(head)) {
    const grouped = /^\d{1,3}(?:[,\s]\d{3})+(?:\.\d+)?$/.test(head);
    return Number(grouped ? head.replaceAll(/[,\s]/g, '') : head.replace(',', '.'));
  }
  const parts = head.split('-').map((word) => TENS[word] ?? SMALL[word]);
  return parts.some((part) => part === undefined)
    ? null
    : parts.reduce<number>((sum, part) => sum + (part as number), 0);
}

/** Away with what binary fractions add: 1.1 thousand is 1100. */
const roundOff = (value: number) => Number(value.toPrecision(12));
