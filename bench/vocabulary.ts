// Words of generated names and sentences. Nobody and nothing real is meant by what they make together.

export const CODES =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FR GA GB'.split(
    ' ',
  );

export const GIVEN =
  'Alda Bero Cyra Dovan Elsin Faro Gisa Hovan Irma Jaro Kessa Lorin Mirka Navo Olda Perin Quila Rovan Selma Tarin Ulva Vesko Wanda Xeno Ysolde Zoran'.split(
    ' ',
  );

export const SYLLABLES =
  'bal ber cor dan dor fel gar hol iva jas kel lin mar nov ost pel rak sen tov ulm var wes yan zel'.split(' ');

export const WORDS =
  'border harbour radar convoy treaty council bridge patrol signal depot engine visit draft budget levee customs timber harvest airfield rocket battery archive survey beacon ferry tunnel canal vessel rescue storm grain pipeline metro summit charter ledger quota tariff census museum orchard quarry reactor shipyard turbine valley winter summer autumn spring exercise drill inspection supply repair training reserve artillery cartridge helicopter satellite software network drone barrier corridor station garrison academy hospital laboratory factory workshop foundry refinery terminal warehouse cooperation exchange protocol memorandum programme project tender contract delivery shipment transit escort training'.split(
    ' ',
  );

export const BODIES = ['Ministry', 'Committee', 'Council', 'Agency', 'Bureau', 'Institute', 'Works', 'Brigade'];
