import { afterEach, expect, test } from 'vitest'
import { JobFailedError, WorkerPool } from '../../../src/node/ingest/pool.ts'

const script = new URL('./stubborn-worker.mjs', import.meta.url)
let pool: WorkerPool | undefined
afterEach(() => pool?.close())

const outcome = (job: Promise<unknown>) => job.catch(error => (error instanceof JobFailedError ? error.failure : error))

test.each([
  ['loop', 'time'],
  ['eat', 'memory'],
  ['throw', 'crash'],
  ['exit', 'crash'],
])('a job that would %s costs itself only', async (order, failure) => {
  const milliseconds = order === 'loop' ? 300 : 60_000
  const made = new WorkerPool({ script, threads: 1, milliseconds, megabytes: 32 })
  pool = made
  const jobs = ['a', order, 'b'].map(job => outcome(made.run(job)))
  expect(await Promise.all(jobs)).toEqual(['did a', failure, 'did b'])
})

test('a script that cannot start fails its jobs instead of starting for ever', async () => {
  const made = new WorkerPool({ script: new URL('./none.mjs', script), threads: 2, milliseconds: 60_000, megabytes: 32 })
  pool = made
  expect(await Promise.all(['a', 'b', 'c'].map(job => outcome(made.run(job))))).toEqual(['crash', 'crash', 'crash'])
})

test('closing rejects what is not done', async () => {
  const made = new WorkerPool({ script, threads: 1, milliseconds: 60_000, megabytes: 32 })
  const job = outcome(made.run('loop'))
  await made.close()
  expect(await job).toBe('crash')
})
