/** Taking a table along: for Excel, for any program, or on paper. The spreadsheet library comes when it is asked for. */
import { useState } from 'preact/hooks'
import { Alert } from '../../components/Alert.tsx'
import type { Blad } from '../../export/blad.ts'
import { nlWijkbudget as t } from '../../texts/nlWijkbudget.ts'
import { download } from './download.ts'

type Props = {
  /** Of the file, without extension. */
  naam: string
  /** Made, or fetched, when somebody presses. */
  bladen(): readonly Blad[] | Promise<readonly Blad[]>
  /** Name of the only button: a spreadsheet of what is not on the screen. */
  enkel?: string
}

export function Uitvoer({ naam, bladen, enkel }: Props) {
  const [failed, setFailed] = useState(false)
  const take = (make: () => Promise<void>) => {
    setFailed(false)
    make().catch(() => setFailed(true))
  }
  const csv = async () => {
    const { bladToCsv } = await import('../../export/bladToCsv.ts')
    download(`${naam}.csv`, bladToCsv(await bladen()), 'text/csv;charset=utf-8')
  }
  const xlsx = async () => {
    const { toXlsx } = await import('../../export/toXlsx.ts')
    const bytes = await toXlsx(await bladen())
    download(`${naam}.xlsx`, bytes, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  }
  const actions = [
    [enkel ?? t.uitvoer.xlsx, () => take(xlsx)],
    [t.csv, () => take(csv)],
    [t.uitvoer.print, () => print()],
  ] as const
  return (
    <>
      <div class="knoppen uitvoer">
        {actions.slice(0, enkel ? 1 : undefined).map(([naam, go]) => (
          <button
            key={naam}
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={go}
          >
            {naam}
          </button>
        ))}
      </div>
      {failed && (
        <Alert soort="fout" titel={t.uitvoer.mislukt}>
          <p>{t.uitvoer.misluktUitleg}</p>
        </Alert>
      )}
    </>
  )
}
