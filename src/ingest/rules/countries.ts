import type { Gazetteer, KnownRecord } from '../extractor.ts';

/** Code, adjectives, capital, other names of the country: what a newspaper reader knows, and a list of codes does not. */
const COUNTRIES = `
AE|Emirati|Abu Dhabi|UAE,Emirates
AF|Afghan|Kabul|
AL|Albanian|Tirana|
AM|Armenian|Yerevan|
AO|Angolan|Luanda|
AR|Argentine,Argentinian|Buenos Aires|
AT|Austrian|Vienna|
AU|Australian|Canberra|
AZ|Azerbaijani,Azeri|Baku|
BA|Bosnian|Sarajevo|Bosnia
BD|Bangladeshi|Dhaka|
BE|Belgian||
BG|Bulgarian|Sofia|
BY|Belarusian,Belarussian|Minsk|Republic of Belarus
BR|Brazilian|Brasilia|
CA|Canadian|Ottawa|
CD|Congolese|Kinshasa|
CH|Swiss|Bern|
CL|Chilean|Santiago|
CN|Chinese|Beijing,Peking|PRC,People's Republic of China
CO|Colombian|Bogota|
CU|Cuban|Havana|
CY|Cypriot|Nicosia|
CZ|Czech|Prague|Czech Republic
DE|German|Berlin|
DK|Danish|Copenhagen|
DZ|Algerian|Algiers|
EE|Estonian|Tallinn|
EG|Egyptian|Cairo|
ES|Spanish|Madrid|
ET|Ethiopian|Addis Ababa|
FI|Finnish|Helsinki|
FR|French|Paris|
GB|British|London|UK,Britain,Great Britain
GE|Georgian|Tbilisi|
GR|Greek|Athens|
HR|Croatian|Zagreb|
HU|Hungarian|Budapest|
ID|Indonesian|Jakarta|
IE|Irish|Dublin|
IL|Israeli|Jerusalem,Tel Aviv|
IN|Indian|New Delhi,Delhi|
IQ|Iraqi|Baghdad|
IR|Iranian|Tehran,Teheran|
IS|Icelandic|Reykjavik|
IT|Italian|Rome|
JO|Jordanian|Amman|
JP|Japanese|Tokyo|
KE|Kenyan|Nairobi|
KG|Kyrgyz,Kirghiz|Bishkek|
KP|North Korean|Pyongyang|DPRK
KR|South Korean,Korean|Seoul|Republic of Korea
KW|Kuwaiti||
KZ|Kazakh,Kazakhstani|Astana,Nur-Sultan|
LA|Lao,Laotian|Vientiane|
LB|Lebanese|Beirut|
LT|Lithuanian|Vilnius|
LV|Latvian|Riga|
LY|Libyan|Tripoli|
MA|Moroccan|Rabat|
MD|Moldovan|Chisinau|
ME|Montenegrin|Podgorica|
MK|Macedonian|Skopje|Macedonia
MM|Burmese|Naypyidaw|Burma
MN|Mongolian|Ulaanbaatar,Ulan Bator|
MX|Mexican||
MY|Malaysian|Kuala Lumpur|
NG|Nigerian|Abuja|
NL|Dutch|The Hague,Amsterdam|Holland
NO|Norwegian|Oslo|
NZ||Wellington|
PE|Peruvian|Lima|
PH|Philippine,Filipino|Manila|
PK|Pakistani|Islamabad|
PL|Polish|Warsaw|
PS|Palestinian|Ramallah|Palestine
PT|Portuguese|Lisbon|
QA|Qatari|Doha|
RO|Romanian|Bucharest|
RS|Serbian|Belgrade|
RU|Russian|Moscow|Russian Federation
SA|Saudi|Riyadh|
SD|Sudanese|Khartoum|
SE|Swedish|Stockholm|
SG|Singaporean||
SI|Slovenian|Ljubljana|
SK|Slovak|Bratislava|
SY|Syrian|Damascus|
TH|Thai|Bangkok|
TJ|Tajik|Dushanbe|
TM|Turkmen|Ashgabat|
TN|Tunisian|Tunis|
TR|Turkish|Ankara|Turkey
TW|Taiwanese|Taipei|
TZ|Tanzanian|Dodoma|
UA|Ukrainian|Kiev,Kyiv|
UG|Ugandan|Kampala|
US|American|Washington|USA,US,U.S.,United States of America,United States
UZ|Uzbek|Tashkent|
VE|Venezuelan|Caracas|
VN|Vietnamese|Hanoi|Vietnam
YE|Yemeni|Sanaa|
ZA|South African|Pretoria|
ZM|Zambian|Lusaka|
ZW|Zimbabwean|Harare|`
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', adjectives = '', capitals = '', names = ''] = line.split('|');
    const list = (text: string) => text.split(',').filter((word) => word !== '');
    return { code, adjectives: list(adjectives), capitals: list(capitals), names: list(names) };
  });

const ENGLISH = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

export interface CountryWording {
  readonly code: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly adjectives: readonly string[];
  readonly capitals: readonly string[];
}

/** Every country by the words that stand for it: those of the gazetteer, and the rest of the world. */
export function listCountryWordings(known: Gazetteer['countries']): readonly CountryWording[] {
  const byCode = new Map<string, KnownRecord>(known.map((record) => [record.slug, record]));
  const extra = known.filter(({ slug }) => !COUNTRIES.some(({ code }) => code === slug));
  return [
    ...COUNTRIES.map(({ code, adjectives, capitals, names }) => {
      const record = byCode.get(code);
      const english = ENGLISH.of(code);
      const all = [record?.name, ...(record?.names ?? []), english, ...names].filter((name) => name !== undefined);
      return { code, name: record?.name ?? english ?? code, names: [...new Set(all)], adjectives, capitals };
    }),
    ...extra.map(({ slug, name, names }) => ({
      code: slug,
      name,
      names: [name, ...names],
      adjectives: [],
      capitals: [],
    })),
  ];
}
