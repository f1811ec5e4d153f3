/**
 * The engine keeps stream records for ever and looks through all of them at each write (dynoxide 1.2.1): after
 * 17,000 records it does a fifth of its writes. An index makes that search one step; taking away what was
 * consumed keeps the file small. DynamoDB itself trims after 24 hours, and this file is not used there.
 */
import { DatabaseSync } from 'node:sqlite'

const inFile = <T>(dbFile: string, work: (db: DatabaseSync) => T): T => {
  const db = new DatabaseSync(dbFile)
  try {
    // The engine holds its write lock for milliseconds at a time.
    db.exec('PRAGMA busy_timeout = 5000; PRAGMA synchronous = NORMAL')
    return work(db)
  } finally {
    db.close()
  }
}

export const indexStreamRecords = (dbFile: string): void =>
  inFile(dbFile, (db) =>
    db.exec(
      'CREATE INDEX IF NOT EXISTS kernpunt_volgnummer ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
    ),
  )

/** Removes records before `consumed`. That one itself stays: the engine counts on from the highest it finds. */
export const trimStreamRecords = (dbFile: string, tableName: string, consumed: string): void =>
  inFile(dbFile, (db) => {
    db.prepare(
      'DELETE FROM _stream_records WHERE table_name = ? AND CAST(sequence_number AS INTEGER) < ?',
    ).run(tableName, BigInt(consumed))
  })
