/** Taking a table along: for Excel, for any program, or on paper. The spreadsheet library comes when it is asked for. */
import { useState } from 'preact/hooks'
import { Alert } from '../../components/Alert.tsx'
import type { Blad } from '../../export/blad.ts'
import { nlWijkbudget as t } from '../../texts/nlWijkbudget.ts'
import { download } from './download.ts'

/** `naam` of the file, without extension. Tables are made when somebody presses. */
export function Uitvoer({ naam, bladen }: { naam: string; bladen(): readonly Blad[] }) {
  const [failed, setFailed] = useState(false)
  const take = (make: () => Promise<void>) => {
    setFailed(false)
    make().catch(() => setFailed(true))
  }
  const csv = async () => {
    const { bladToCsv } = await import('../../export/bladToCsv.ts')
    download(`${naam}.csv`, bladToCsv(bladen()), 'text/csv;charset=utf-8')
  }
  const xlsx = async () => {
    const { toXlsx } = await import('../../export/toXlsx.ts')
    const bytes = await toXlsx(bladen())
    download(`${naam}.xlsx`, bytes, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  }
  const actions = [
    [t.uitvoer.xlsx, () => take(xlsx)],
    [t.csv, () => take(csv)],
    [t.uitvoer.print, () => print()],
  ] as const
  return (
    <>
      <div class="knoppen uitvoer">
        {actions.map(([naam, go]) => (
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
