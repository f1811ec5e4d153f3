/** What `npm start` was asked, from the environment and the command line. */

export type Settings = {
  port: number
  host: string
  dataDir: string
  gemeente: string
  /** Folder with one folder per gemeente; absent: that of the repository. */
  geodata?: string
  leeg: boolean
  schoon: boolean
  dynamodbEndpoint?: string
  /** Bucket of photos that belongs to a table on AWS. */
  fotoBucket?: string
  /** How much one sender may send in an hour; absent: what the gemeente says. */
  meldbudget?: { perAdresPerUur: number; perToestelPerUur: number }
  /** Name of the table. */
  tabel: string
}

const flags = ['--leeg', '--schoon', '--help']

export const usage = `Gebruik: npm start -- [--leeg] [--schoon]

  --leeg     zonder voorbeeldgegevens
  --schoon   gooi eerst weg wat deze gemeente hier had

Instellingen (omgeving):
  PORT               poort, anders 8080
  HOST               adres om op te luisteren, anders alleen deze computer (127.0.0.1)
  DATA_DIR           map voor gegevens, anders .data
  GEMEENTE           CBS-code, anders GM0373
  GEODATA            map met een map per gemeente, anders geodata/gemeenten
  DYNAMODB_ENDPOINT  een andere database die DynamoDB spreekt
  TABEL              naam van de tabel, anders kernpunt
  MELDBUDGET         meldingen per uur van één adres of toestel, anders wat de gemeente zegt (een adres: alleen met HOST)
`

/**
 * @throws Error with one Dutch sentence for an unknown flag or a setting that cannot be.
 * @example readSettings({ PORT: '8081' }, ['--leeg']).port   // 8081
 */
export function readSettings(
  environment: Record<string, string | undefined>,
  args: readonly string[],
): Settings | 'help' {
  const unknown = args.filter((arg) => !flags.includes(arg))
  if (unknown.length > 0)
    throw new Error(`Onbekend: ${unknown.join(' ')}. Wat wel kan, ziet u met: npm start -- --help.`)
  if (args.includes('--help')) return 'help'
  const { PORT, HOST, DATA_DIR, GEMEENTE, GEODATA, DYNAMODB_ENDPOINT, TABEL, MELDBUDGET, FOTOBUCKET } =
    environment
  if (PORT && !(/^\d{1,5}$/.test(PORT) && Number(PORT) <= 65_535))
    throw new Error(`PORT is een getal van 0 tot en met 65535, niet ${PORT}.`)
  if (DYNAMODB_ENDPOINT && !URL.canParse(DYNAMODB_ENDPOINT))
    throw new Error(`DYNAMODB_ENDPOINT is een adres zoals http://localhost:8000, niet ${DYNAMODB_ENDPOINT}.`)
  if (TABEL && !/^[\w.-]{3,255}$/.test(TABEL))
    throw new Error(
      `TABEL is een naam van 3 tot en met 255 letters, cijfers, punten of streepjes, niet ${TABEL}.`,
    )
  if (MELDBUDGET && !/^[1-9]\d{0,8}$/.test(MELDBUDGET))
    throw new Error(`MELDBUDGET is een aantal meldingen van 1 of meer, niet ${MELDBUDGET}.`)
  const perUur = Number(MELDBUDGET)
  return {
    port: Number(PORT || 8080),
    host: HOST || '127.0.0.1',
    dataDir: DATA_DIR || '.data',
    gemeente: GEMEENTE || 'GM0373',
    leeg: args.includes('--leeg'),
    schoon: args.includes('--schoon'),
    tabel: TABEL || 'kernpunt',
    ...(MELDBUDGET && { meldbudget: { perAdresPerUur: perUur, perToestelPerUur: perUur } }),
    ...(FOTOBUCKET && { fotoBucket: FOTOBUCKET }),
    ...(GEODATA && { geodata: GEODATA }),
    ...(DYNAMODB_ENDPOINT && { dynamodbEndpoint: DYNAMODB_ENDPOINT }),
  }
}
