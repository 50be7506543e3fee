// Deterministic English news prose of any length: no sentence pattern, name or number repeats as it would in
// one article pasted many times, which would flatter every cache. The same seed gives the same bytes.

const FIRST = 'Ada Boris Carmen Dmitri Elena Farah Grace Hamid Ingrid Jonas Katya Luis Mina Noor Oscar Priya Quentin Rosa Samir Tova Umar Vera Walter Xenia Yusuf Zoe'.split(' ');
const ONSET = 'b br c ch d dr f fl g gr h j k kl l m n p pr qu r s sh sl st t tr v w z'.split(' ');
const VOWEL = 'a e i o u ai ea ee oa ou'.split(' ');
const CODA = ' l m n r s t ck nd ng rd rk st'.split(' ');
const ROLE = 'minister|spokesperson|mayor|analyst|chief executive|union leader|economist|lawyer|professor|commissioner|researcher|farmer|teacher|judge|ambassador|campaigner'.split('|');
const NOUN = 'plan budget harbour river law court council vote tax school hospital road bridge market price wage strike storm drought harvest fishery forest factory railway airport border treaty ceasefire sanction inquiry report survey election ballot coalition opposition parliament senate committee regulator bank loan debt pension rent housing energy pipeline reactor battery satellite vaccine clinic outbreak patient virus climate emission flood wildfire museum festival stadium league referee coach striker goalkeeper orchestra novel film studio software network server breach password privacy algorithm chip supply shipment tariff export import currency inflation interest mortgage investor shareholder merger patent'.split(' ');
const PLURAL = (noun) => (/(s|x|ch|sh)$/.test(noun) ? `${noun}es` : /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`);
const ADJECTIVE = 'new national regional public private costly urgent controversial long-delayed temporary binding secret independent foreign domestic rural urban coastal emergency annual joint early late cautious bold unpopular narrow broad fragile record low-income high-speed far-reaching'.split(' ');
const SAY = 'said told|argued|warned|insisted|claimed|conceded|announced|added|denied|predicted|acknowledged'.replace('said told', 'said').split('|');
const VERB = 'approve delay reject expand cut fund review abandon defend oppose rebuild close sell measure inspect protect replace limit raise ban'.split(' ');
const PAST = Object.fromEntries(VERB.map((verb) => [verb, verb === 'cut' ? 'cut' : verb === 'sell' ? 'sold' : verb === 'rebuild' ? 'rebuilt' : verb === 'ban' ? 'banned' : /e$/.test(verb) ? `${verb}d` : `${verb}ed`]));
const ADVERB = 'quickly quietly openly reluctantly sharply slowly deliberately narrowly unanimously repeatedly'.split(' ');
const MONTH = 'January February March April May June July August September October November December'.split(' ');
const KIND = 'Institute|Agency|Union|Association|Party|Bank|University|Council|Group|Foundation'.split('|');

/** Names of a kind after which they begin to come again. */
const PLENTY = 12000;
/** Exponent of Heaps' law: 4.6 MB of English articles have 2.9 times the words of their first megabyte. */
const HEAPS = 0.69;

/** A small, well-known generator (mulberry32): numbers in [0, 1) from a 32-bit seed. */
export function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * English prose in paragraphs of a few sentences, in ASCII but for quotation marks and dashes.
 * @param {number} characters at least this many
 * @param {number} [seed]
 */
export function text(characters, seed = 20240704) {
  const random = numbers(seed);
  const below = (limit) => Math.floor(random() * limit);
  const pick = (list) => list[below(list.length)];
  /** Frequent words first, as in any text. */
  const often = (list) => list[Math.floor(list.length * random() ** 2)];
  const maybe = (chance, make) => (random() < chance ? make() : '');
  const capital = (word) => word[0].toUpperCase() + word.slice(1);
  const syllables = (count) => Array.from({ length: count }, () => pick(ONSET) + pick(VOWEL) + pick(CODA)).join('');

  /**
   * Names by Simon's model (1955): a new one, or one of those before as often as it was met. The first megabyte or so
   * has new ones only; from there on the chance of a new one falls, so that vocabulary grows as Heaps' law has it.
   */
  const names = (make) => {
    const met = [];
    return () => {
      const age = (met.length + 1) / PLENTY;
      const name = age <= 1 || random() < HEAPS * age ** (HEAPS - 1) ? make() : pick(met);
      met.push(name);
      return name;
    };
  };
  const surname = names(() => capital(syllables(1 + below(2))));
  const place = names(() => capital(syllables(2)) + maybe(0.2, () => pick(['ton', 'ville', ' Bay', ' City', 'burg', ' County'])));
  const body = () => `the ${place()} ${pick(KIND)}`;
  const person = () => `${pick(FIRST)} ${maybe(0.15, () => `${pick('ABCDEFGHJKLMNPRST'.split(''))}. `)}${surname()}`;
  const noun = () => maybe(0.45, () => `${often(ADJECTIVE)} `) + maybe(0.2, () => `${often(NOUN)} `) + often(NOUN);
  const plural = () => maybe(0.4, () => `${often(ADJECTIVE)} `) + PLURAL(often(NOUN));
  const thing = () => pick([() => `the ${noun()}`, () => `the ${noun()} of ${place()}`, plural, () => `${place()}'s ${noun()}`, () => `its ${noun()}`])();
  const money = () => `$${pick([() => `${1 + below(900)} million`, () => `${1 + below(40)}.${below(10)} billion`, () => `${1 + below(900)},${100 + below(900)}`])()}`;
  const count = () => pick([() => `${2 + below(98)}`, () => `${1 + below(99)}.${below(10)} percent`, () => `${1 + below(90)},${100 + below(900)}`, money])();
  const time = () => pick([() => `on ${pick(MONTH)} ${1 + below(28)}`, () => `in ${1990 + below(36)}`, () => 'last week', () => 'on Monday', () => `by ${pick(MONTH).slice(0, 3)}. ${1 + below(28)}`])();
  const clause = () => pick([
    () => `${thing()} ${pick(['could', 'must', 'may', 'should', 'will', "won't"])} ${pick(VERB)} ${thing()}`,
    () => `${thing()} ${PAST[pick(VERB)]} ${thing()} ${time()}`,
    () => `${thing()} had been ${PAST[pick(VERB)]} by ${body()}`,
    () => `${count()} ${plural()} were ${pick(ADVERB)} ${PAST[pick(VERB)]}`,
    () => `it is ${pick(['not clear', 'likely', 'hardly surprising', 'essential'])} that ${thing()} ${PAST[pick(VERB)]} ${thing()}`,
  ])();
  const sentence = () => pick([
    () => `${capital(clause())}.`,
    () => `“${capital(clause())},” ${pick(SAY)} ${person()}, ${pick(['a', 'the'])} ${pick(ROLE)} at ${body()}.`,
    () => `${person()}, ${pick(ROLE)} of ${place()}, ${pick(SAY)} that ${clause()}.`,
    () => `${capital(pick(ROLE))} ${surname()} ${pick(SAY)} ${clause()}, but ${clause()}.`,
    () => `“We ${pick(["can't", 'must', 'will', "don't"])} ${pick(VERB)} ${thing()},” ${surname()} ${pick(SAY)}. “${capital(clause())}.”`,
    () => `According to ${body()}, ${clause()} — ${pick(['a sign', 'evidence', 'proof'])} that ${clause()}.`,
    () => `${capital(pick(['however', 'meanwhile', 'still', 'in fact']))}, ${clause()}.`,
    () => `Did ${body()} ${pick(VERB)} ${thing()} ${time()}?`,
    () => `In ${place()}, ${count()} ${plural()} ${PAST[pick(VERB)]} ${thing()}; ${clause()}.`,
  ])();

  const parts = [];
  for (let length = 0; length < characters; ) {
    const paragraph = Array.from({ length: 2 + below(5) }, sentence).join(' ');
    parts.push(paragraph);
    length += paragraph.length + 2;
  }
  return parts.join('\n\n');
}
