/** Personal data in what residents type: what must be seen, what must not, and the check digits. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findPersoonsgegevens,
  type Persoonsgegeven,
  removePersoonsgegevens,
} from '../../functions/domain/persoonsgegevens.ts'

const found = (text: string) =>
  findPersoonsgegevens(text).map(({ soort, begin, eind }) => `${soort} ${text.slice(begin, eind)}`)

describe('a sentence with personal data', () => {
  it.each([
    ['U kunt mij mailen op jan.jansen@voorbeeld.nl', 'e-mailadres jan.jansen@voorbeeld.nl'],
    [
      'Mail: Fatima_el-Idrissi+melding@mail.voorbeeld.com.',
      'e-mailadres Fatima_el-Idrissi+melding@mail.voorbeeld.com',
    ],
    ['(reacties naar zoë@voorbeeld.nl)', 'e-mailadres zoë@voorbeeld.nl'],
    ['Stuur naar INFO@VOORBEELD.NL!', 'e-mailadres INFO@VOORBEELD.NL'],
    ['mijn adres:j.de.vries@sub.domein.amsterdam', 'e-mailadres j.de.vries@sub.domein.amsterdam'],
    ['Bel mij op 0612345678', 'telefoonnummer 0612345678'],
    ['Bel mij op 06-12345678.', 'telefoonnummer 06-12345678'],
    ['Bel mij op 06 12 34 56 78 na zessen', 'telefoonnummer 06 12 34 56 78'],
    ['mijn nummer: 06 - 1234 5678', 'telefoonnummer 06 - 1234 5678'],
    ['06.12.34.56.78 is van mijn man', 'telefoonnummer 06.12.34.56.78'],
    ['tel:0687654321', 'telefoonnummer 0687654321'],
    ['App naar +31612345678', 'telefoonnummer +31612345678'],
    ['App naar +31 6 12345678', 'telefoonnummer +31 6 12345678'],
    ['App naar +31 (0)6 1234 5678', 'telefoonnummer +31 (0)6 1234 5678'],
    ['App naar +31 06 12345678', 'telefoonnummer +31 06 12345678'],
    ['App naar 0031 6 12 34 56 78', 'telefoonnummer 0031 6 12 34 56 78'],
    ['Ons vaste nummer is 072-5123456', 'telefoonnummer 072-5123456'],
    ['Ons vaste nummer is 072 512 34 56', 'telefoonnummer 072 512 34 56'],
    ['Ons vaste nummer is (072) 512 34 56', 'telefoonnummer (072) 512 34 56'],
    ['Bel 0167-543210 voor de sleutel', 'telefoonnummer 0167-543210'],
    ['Bel 0167 54 32 10 voor de sleutel', 'telefoonnummer 0167 54 32 10'],
    ['Bel 0167/543210', 'telefoonnummer 0167/543210'],
    ['De buurman heeft 0499312345', 'telefoonnummer 0499312345'],
    ['+31 499 31 23 45 is de buurman', 'telefoonnummer +31 499 31 23 45'],
    ['De buurman werkt op 088-1234567', 'telefoonnummer 088-1234567'],
    ['Mijn bsn is 123456782', 'bsn 123456782'],
    ['BSN: 111222333', 'bsn 111222333'],
    ['bsn 123.456.782 voor de aanvraag', 'bsn 123.456.782'],
    ['sofinummer 1234.56.782', 'bsn 1234.56.782'],
    ['burgerservicenummer 123 456 782', 'bsn 123 456 782'],
    ['Ik ben 123456782 en wacht op antwoord', 'bsn 123456782'],
    ['bsn 10000008', 'bsn 10000008'],
    ['Maak het over op NL91ABNA0417164300', 'iban NL91ABNA0417164300'],
    ['Maak het over op NL91 ABNA 0417 1643 00 graag', 'iban NL91 ABNA 0417 1643 00'],
    ['rekening nl91abna0417164300.', 'iban nl91abna0417164300'],
    ['NL91 ABNA 0417 1643 00 is van de vereniging', 'iban NL91 ABNA 0417 1643 00'],
    ['Onze Belgische rekening BE68 5390 0754 7034', 'iban BE68 5390 0754 7034'],
    ['Oder auf DE89 3704 0044 0532 0130 00', 'iban DE89 3704 0044 0532 0130 00'],
    ['GB29NWBK60161331926819 is van mijn zus', 'iban GB29NWBK60161331926819'],
    ['De auto met kenteken ND-00-01 staat er al weken', 'kenteken ND-00-01'],
    ['Kenteken 00-01-AD', 'kenteken 00-01-AD'],
    ['Een oude Kever, 12-AD-34', 'kenteken 12-AD-34'],
    ['GP-30-BX parkeert op de stoep', 'kenteken GP-30-BX'],
    ['Het is de RB-DK-12', 'kenteken RB-DK-12'],
    ['Auto 99-LH-BT blokkeert de uitrit', 'kenteken 99-LH-BT'],
    ['Auto 45-GSF-7, een grijze Golf', 'kenteken 45-GSF-7'],
    ['auto 1-xkp-23 rijdt te hard', 'kenteken 1-xkp-23'],
    ['Bestelbus VN-218-K', 'kenteken VN-218-K'],
    ['Auto X-999-XX stond er weer', 'kenteken X-999-XX'],
    ['Een nieuwe auto: GBB-01-B', 'kenteken GBB-01-B'],
    ['Scooter D-12-BFG op de stoep', 'kenteken D-12-BFG'],
    ['Bromfiets 3-FX-456', 'kenteken 3-FX-456'],
    ['Aanhanger 456-WX-3', 'kenteken 456-WX-3'],
    ['De scooter (45GSF7) staat er nog', 'kenteken 45GSF7'],
    ['auto x999xx zonder lichten', 'kenteken x999xx'],
    ['Vrachtwagen 12BVK3 lekt olie', 'kenteken 12BVK3'],
    ['Auto G 123 BB staat fout', 'kenteken G 123 BB'],
    ['kenteken 45 gsf 7', 'kenteken 45 gsf 7'],
    ['Het kenteken is 1234kl', 'kenteken 1234kl'],
    ['kenteken van de auto: GV1234', 'kenteken GV1234'],
    ['12-BF-34, 99-LH-BT', 'kenteken 12-BF-34', 'kenteken 99-LH-BT'],
    [
      'Ik ben bereikbaar op 06-12345678 of jan@voorbeeld.nl',
      'telefoonnummer 06-12345678',
      'e-mailadres jan@voorbeeld.nl',
    ],
  ])('%s', (sentence, ...expected) => {
    expect(found(sentence)).toEqual(expected)
  })
})

describe('a sentence without personal data', () => {
  it.each([
    'De lamp voor nummer 12 is al 3 weken stuk.',
    'Het gat zit tussen huisnummer 14 en 16, aan de kant van de even nummers.',
    'Op de 1e-2e verdieping is er stank uit het riool.',
    'De 1e en de 2e lantaarnpaal branden niet.',
    'Sinds 06-12-2026 ligt hier afval.',
    'Op 06-12-2026 14:30 viel de tak.',
    'Op 06 12 2026 om 14 uur was het al zo.',
    'Op 01-02-2026 en op 02-02-2026 weer.',
    'Tussen 07/11/2026 en 08/11/2026 is het gebeurd.',
    'Op 5 mei 2026 om 23.30 uur was er herrie.',
    'Zie mijn melding M-4F7K-2M9Q van vorige week.',
    'Dit hoort bij I-0000-1234.',
    'Meldingsnummer 123456782 is nog niet opgelost.',
    'Zaaknummer: 123456782 loopt al.',
    'Mijn klantnummer is 123456782.',
    'De winkel met KvK 12345672 zet borden buiten.',
    'Lantaarnpaal 123456782 brandt niet.',
    'Lichtmast BF1234 knippert.',
    'Op de mast staat 12BF34.',
    'Container nummer 123456782 gaat niet open.',
    'Postcode 1861AB, hoek Dorpsstraat.',
    'Wij wonen op 1861 AB 12.',
    'Hoek 4651 BN en 4651 BP.',
    'Bel niet 112, het is geen spoed.',
    'Ik heb 14 072 al gebeld, en ook 140167.',
    'De politie zei: bel 0900-8844.',
    'Op het bord staat 0800-1234567 van het bedrijf.',
    'Bij RD 108500, 525300 ligt een tegel los.',
    'Bij RD 108500 525300 ligt een tegel los.',
    'De plek is 52.6652, 4.6812 op de kaart.',
    'De plek is 52.665212345, 4.681212345.',
    'Het bord N245 hm 12,3 is weg.',
    'Op de N 512 bij hectometer 10.4 ligt modder.',
    'De A9-oprit is glad.',
    'Er ligt 100m2 plastic in het duin.',
    'Het gebied van 100km2 is te groot.',
    'Een plas van 10 bij 20 meter, 30cm diep.',
    'Balken van 10x20x300 liggen in de sloot.',
    'Van 12 tot 3 uur is er herrie, en van 10 en 12 uur ook.',
    'Op 12-mrt-6 werd het gezaaid.',
    'De afspraak van 1-mrt-26 is niet nagekomen.',
    'Bus 12 en 14 stoppen hier niet meer.',
    'Lijn 6 gaat om 06:12, 06:42 en 07:12.',
    'De rekening was € 123456782 of zo.',
    'Het kost 123.456.789 euro, dat is te veel.',
    'Het budget van 1.234.567.820 klopt niet.',
    'Telling 2026: 1234 auto, 567 fiets, 89 bus.',
    'Datum 20261122 staat op de foto.',
    'De foto heet IMG20261122.',
    'Foto IMG_123456782 laat het zien.',
    'Het bestand 550e8400-e29b-41d4-a716-446655440000 is de foto.',
    'Mail naar de gemeente werkt niet, @gemeente reageert niet.',
    'De prijs is 5 @ 3 euro.',
    'Ik zag het via www.voorbeeld.nl/melden.',
    'De eik is 80 jaar oud en 20 meter hoog.',
    'Wij zijn met 3-4 gezinnen en 10-12 kinderen.',
    'De A-B-C-route is afgesloten.',
    'Type verkeersbord C1, E1 en L3 ontbreken.',
    'Bord A01-30 (zone 30) hangt scheef.',
    'Putdeksel NL12 is weg.',
    'Rekening NL91ABNA0417164301 bestaat niet.',
    'NL00 is geen rekening.',
    'Bsn 123456789 klopt niet.',
    'De G4S-bus stond in de berm.',
    'Het is de 2e-3e keer dat het WC-huisje dicht is.',
    'De WK-vlag van 2026 hangt er nog.',
    'Een PVC-buis van 110 mm steekt uit de grond.',
    'Straatnaam Laan 1940-1945, bij nummer 12-14-16.',
    'De speeltuin is van 08.00-20.00 uur open.',
    'Er staan 06 lampen uit, nr. 1 t/m 6.',
    '',
  ])('%s', (sentence) => {
    expect(found(sentence)).toEqual([])
  })
})

describe('check digits', () => {
  const law = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void) =>
    fc.assert(fc.property(arbitrary, holds), { numRuns: 500, seed: 20_261_122 })
  const digits = (length: number) =>
    fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((row) => row.join(''))

  it('tell a bsn from a number with one digit changed', () =>
    law(fc.tuple(digits(8), fc.nat(8), fc.integer({ min: 1, max: 9 })), ([eight, at, more]) => {
      const check = [...eight].reduce((sum, digit, i) => sum + Number(digit) * (9 - i), 0) % 11
      fc.pre(check < 10 && Number(eight) > 0)
      const bsn = eight + check
      const wrong = bsn.slice(0, at) + ((Number(bsn[at]) + more) % 10) + bsn.slice(at + 1)
      expect(found(`bsn ${bsn}.`)).toEqual([`bsn ${bsn}`])
      expect(found(`bsn ${wrong}.`)).toEqual([])
    }))

  it('tell an iban from a number with one digit changed', () =>
    law(fc.tuple(digits(10), fc.nat(9), fc.integer({ min: 1, max: 9 })), ([account, at, more]) => {
      // INGB as 18 23 16 11, NL as 23 21 (ISO 7064).
      const check = String(98n - (BigInt(`18231611${account}232100`) % 97n)).padStart(2, '0')
      const wrong = account.slice(0, at) + ((Number(account[at]) + more) % 10) + account.slice(at + 1)
      expect(found(`Naar NL${check} INGB ${account} graag`)).toEqual([`iban NL${check} INGB ${account}`])
      expect(found(`Naar NL${check} INGB ${wrong} graag`).join()).not.toContain('iban')
    }))
})

describe('what is found', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '06-12345678',
      'jan@voorbeeld.nl',
      'bsn 123456782',
      'NL91ABNA0417164300',
      '12-BF-34',
      ' ',
      ', ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )

  it('lies inside the text, in order and without overlap, whatever the text', () =>
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const { begin, eind } of findPersoonsgegevens(text)) {
          expect(begin).toBeGreaterThanOrEqual(last)
          expect(eind).toBeGreaterThan(begin)
          last = eind
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 1000, seed: 20_261_122 },
    ))

  it('is counted in UTF-16, after an emoji too', () => {
    expect(findPersoonsgegevens('🐀 mail a@b.nl')).toEqual([
      { soort: 'e-mailadres', begin: 8, eind: 14 },
    ] satisfies Persoonsgegeven[])
  })
})

describe('what is taken out', () => {
  it.each([
    ['Bel 06-12345678 even', 'Bel even'],
    ['Bel 06-12345678.', 'Bel.'],
    ['06-12345678 is mijn nummer', 'is mijn nummer'],
    ['Mail a@b.nl of bel 06-12345678', 'Mail of bel'],
    ['Eerste regel\na@b.nl\nderde regel', 'Eerste regel\n\nderde regel'],
    ['De lamp is stuk.', 'De lamp is stuk.'],
  ])('of “%s” leaves “%s”', (text, rest) => {
    expect(removePersoonsgegevens(text, findPersoonsgegevens(text))).toBe(rest)
  })
})
