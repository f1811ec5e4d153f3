/**
 * Every mail to who reported or follows a melding, in Dutch of level B1. A text names no person and does not repeat
 * the text of the melding: a mailbox is read by more people, and kept longer than we keep it.
 */
import type { Reden } from '../../contract/melding.ts'
import { oordeelDagen } from '../behandeling/mogelijk.ts'
import type { Gebeurtenis } from '../ports.ts'
import type { Postsoort } from './ports.ts'

/** What a mail may say. */
export type Feiten = {
  aan: 'melder' | 'volger'
  /** Of the melding that the receiver knows. */
  nummer: string
  /** The receiver's melding was merged into this one, which is the one that changed. */
  hoofdmelding?: string
  regel: Gebeurtenis
  /** Name of the categorie and of the kern; absent for what is not public. */
  categorie?: string
  kern?: string
  /** As text: `dinsdag 24 november 2026`. */
  streefDatum: string
  /** That day was over when this happened. */
  teLaat: boolean
  geplandeDatum?: string
  /** Of the reporter can be asked whether it was solved. */
  magOordelen: boolean
}

/** A paragraph, words of somebody (quoted), or a link with what it is for; `naar` where it is not the volglink. */
export type Alinea = string | { citaat: string } | { link: string; naar?: string }
export type Inhoud = { onderwerp: string; alineas: Alinea[] }

const wie = ({ aan }: Feiten): string => (aan === 'melder' ? 'Uw melding' : 'De melding die u volgt')

/** Words of staff are for who reported; the reporter's own are not sent back. */
const toelichting = ({ aan, hoofdmelding, regel }: Feiten): Alinea[] =>
  regel.toelichting && regel.door && aan === 'melder' && !hoofdmelding
    ? ['Dit schrijft de behandelaar:', { citaat: regel.toelichting }]
    : []

const bekijk = (feiten: Feiten): Alinea => ({
  link: feiten.aan === 'melder' ? 'Bekijk uw melding' : 'Bekijk de melding',
})

const over = ({ categorie, kern }: Feiten): string[] =>
  categorie && kern ? [`Het gaat over: ${categorie}, in ${kern}.`] : []

const samen = ({ nummer, hoofdmelding }: Feiten): string[] =>
  hoofdmelding ? [`Melding ${nummer} hoort bij melding ${hoofdmelding}. Wij handelen die twee samen af.`] : []

const uiterlijk = ({ streefDatum, teLaat }: Feiten): string =>
  teLaat
    ? `Wij wilden uiterlijk ${streefDatum} klaar zijn. Dat is niet gelukt, en dat spijt ons.`
    : `Wij willen uiterlijk ${streefDatum} klaar zijn.`

const metStatus = (feiten: Feiten, kort: string, alineas: readonly Alinea[]): Inhoud => ({
  onderwerp: `${wie(feiten)} ${kort}`,
  alineas: [...alineas, ...over(feiten), ...samen(feiten), ...toelichting(feiten), bekijk(feiten)],
})

const kortBijReden: Record<Reden, string> = {
  opgelost: 'is opgelost',
  'niet-van-ons': 'is gesloten: dit is niet van ons',
  'geen-actie': 'is gesloten: wij doen hier nu niets aan',
  dubbel: 'is gesloten: wij hadden hier al een melding over',
  ingetrokken: 'is ingetrokken',
}
const uitlegBijReden: Record<Reden, string> = {
  opgelost: 'Het probleem is opgelost. Daarom hebben wij de melding gesloten.',
  'niet-van-ons':
    'Wij kunnen dit niet oplossen, omdat het niet van de gemeente is. Daarom hebben wij de melding gesloten.',
  'geen-actie': 'Wij doen hier nu niets aan. Daarom hebben wij de melding gesloten.',
  dubbel: 'Wij hadden al een melding over hetzelfde. Die handelen wij af. Daarom hebben wij deze gesloten.',
  ingetrokken: 'De melding is ingetrokken. Wij handelen haar niet verder af.',
}

const gesloten = (feiten: Feiten): Inhoud => {
  const { reden = 'opgelost' } = feiten.regel
  const vraag: Alinea[] = feiten.magOordelen
    ? [
        reden === 'opgelost'
          ? `Is het opgelost? Laat het ons weten via de link; dat kan ${oordeelDagen} dagen lang. Is het niet goed, dan kijken wij er opnieuw naar.`
          : `Bent u het er niet mee eens? Zeg het via de link; dat kan ${oordeelDagen} dagen lang. Dan kijken wij er opnieuw naar.`,
        { link: reden === 'opgelost' ? 'Zeg of het is opgelost' : 'Geef uw antwoord' },
      ]
    : [bekijk(feiten)]
  return {
    onderwerp: `${wie(feiten)} ${kortBijReden[reden]}`,
    alineas: [uitlegBijReden[reden], ...over(feiten), ...samen(feiten), ...toelichting(feiten), ...vraag],
  }
}

/** Why a date moved: a term only stands still while an answer is waited for. */
const waaromNieuw = ({ aan, regel }: Feiten): string => {
  const antwoord = aan === 'melder' ? 'uw antwoord' : 'een antwoord van de melder'
  const gekomen = regel.soort === 'antwoord' ? ` Wij hebben ${antwoord} ontvangen.` : ''
  return `Wij wachtten op ${antwoord}.${gekomen} Zolang stond de termijn stil. Nu gaan wij verder.`
}

/** What the mail of each kind says. Its number is put behind the subject by who uses this. */
export const teksten: Record<Postsoort, (feiten: Feiten) => Inhoud> = {
  ontvangen: (feiten) => ({
    onderwerp: 'Wij hebben uw melding ontvangen',
    alineas: [
      `Bedankt voor uw melding. Het nummer is ${feiten.nummer}.`,
      ...over(feiten),
      `Wij bekijken uw melding en sturen haar naar het juiste team. ${uiterlijk(feiten)}`,
      'U krijgt een mail als er iets verandert, of als wij een vraag hebben.',
      { link: 'Volg uw melding' },
      'Met deze link kunt u uw melding ook verbeteren of intrekken. Geef de link niet aan anderen.',
    ],
  }),
  'in-behandeling': (feiten) =>
    metStatus(feiten, 'is in behandeling', [`Wij zijn ermee bezig. ${uiterlijk(feiten)}`]),
  gepland: (feiten) =>
    metStatus(feiten, `is gepland op ${feiten.geplandeDatum}`, [
      `Wij gaan op ${feiten.geplandeDatum} aan de slag.`,
    ]),
  gesloten,
  heropend: (feiten) =>
    metStatus(feiten, 'is weer open', [`Wij kijken er opnieuw naar. ${uiterlijk(feiten)}`]),
  vraag: (feiten) => ({
    onderwerp: 'Wij hebben een vraag over uw melding',
    alineas: [
      'Om verder te kunnen, willen wij iets van u weten:',
      { citaat: feiten.regel.toelichting ?? '' },
      'Geef uw antwoord via de link. Zolang wij wachten, staat de termijn stil.',
      { link: 'Beantwoord de vraag' },
    ],
  }),
  bericht: (feiten) => ({
    onderwerp: 'Een bericht over uw melding',
    alineas: [...toelichting(feiten), bekijk(feiten)],
  }),
  'nieuwe-datum': (feiten) =>
    metStatus(feiten, 'heeft een nieuwe datum', [`${waaromNieuw(feiten)} ${uiterlijk(feiten)}`]),
  // Not the words of the line: they name the one before, which may not be public.
  categorie: (feiten) => ({
    onderwerp: `${wie(feiten)} heeft een ander onderwerp`,
    alineas: [
      `Wij hebben de melding bij een ander onderwerp gezet. Daarbij hoort een andere termijn. ${uiterlijk(feiten)}`,
      ...over(feiten),
      bekijk(feiten),
    ],
  }),
  samengevoegd: (feiten) =>
    metStatus(feiten, 'hoort bij een andere melding', [
      `Wij hadden al een melding over hetzelfde: ${feiten.regel.melding}. Wij handelen die twee samen af.`,
      'U krijgt ook een mail als er bij die andere melding iets verandert.',
    ]),
  losgemaakt: (feiten) =>
    metStatus(feiten, 'staat weer op zichzelf', [
      `Wij hadden de melding bij ${feiten.regel.melding} gevoegd. Dat klopte niet. Wij handelen haar nu apart af. ${uiterlijk(feiten)}`,
    ]),
  ingetrokken: (feiten) =>
    feiten.aan === 'melder'
      ? {
          onderwerp: 'U hebt uw melding ingetrokken',
          alineas: ['Wij handelen uw melding niet verder af. U hoeft niets meer te doen.', bekijk(feiten)],
        }
      : gesloten(feiten),
}
