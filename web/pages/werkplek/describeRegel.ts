/** A line of the history in words. */
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import { formatDatum, formatMoment } from '../../texts/format.ts'
import { nlBehandeling as t } from '../../texts/nlBehandeling.ts'
import { redenNaam, statusNaam } from '../../texts/nlKaart.ts'
import type { Regel } from './useMelding.ts'

/** @example 'Toegewezen: team Wegen, Noor Visser' */
export function describeRegel(regel: Regel, categorieen: readonly Categorie[]): string {
  const { soort, status, reden, geplandeDatum, categorie, team, medewerker, taak, melding } = regel
  const naam = categorieen.find(({ code }) => code === categorie)?.naam ?? categorie
  const parts: (string | 0 | undefined)[] =
    {
      status: [
        `${statusNaam[status].toLowerCase()}${reden ? ` (${redenNaam[reden]})` : ''}`,
        geplandeDatum && formatDatum(geplandeDatum),
      ],
      categorie: [naam && t.naar(naam.toLowerCase())],
      toewijzing: [team && `team ${team}`, medewerker ?? t.teruggegeven],
      taak: [taak && t.taakNummer(taak), team && `team ${team}`],
      'taak-klaar': [taak && t.taakNummer(taak)],
      samengevoegd: [melding],
      losgemaakt: [melding],
    }[soort as string] ?? []
  const said = parts.filter(Boolean).join(', ')
  return said ? `${t.regel[soort]}: ${said}` : t.regel[soort]
}

/** When, and who did it. */
export const describeWie = ({ op, door, melder }: Regel): string =>
  [formatMoment(op), door ?? (melder && t.melder)].filter(Boolean).join(' · ')
