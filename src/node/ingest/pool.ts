/**
 * Worker threads for documents: one document a thread at a time, with a ceiling on memory and a limit
 * on time. A document that kills its thread costs that document only; a new thread takes its place.
 * (Pools from packages know tasks, not which document a dead thread held, nor when a task began.)
 */
import { Worker } from 'node:worker_threads'

export interface PoolOptions {
  script: URL
  threads: number
  /** Of one document, from when its thread takes it up. */
  milliseconds: number
  /** Heap of one thread. */
  megabytes: number
}

export type Failure = 'time' | 'memory' | 'crash'

/** The thread of a job ended before the job did. */
export class JobFailedError extends Error {
  override readonly name = 'JobFailedError'
  readonly failure: Failure

  constructor(failure: Failure, cause?: unknown) {
    super(failure, { cause })
    this.failure = failure
  }
}

interface Task {
  message: unknown
  transfer: readonly ArrayBuffer[]
  resolve(result: unknown): void
  reject(error: Error): void
}

interface Thread {
  worker: Worker
  ready: boolean
  task: Task | null
  timer: NodeJS.Timeout | null
}

export class WorkerPool {
  private readonly options: PoolOptions
  private readonly threads = new Set<Thread>()
  private readonly queue: Task[] = []
  private closed = false

  constructor(options: PoolOptions) {
    this.options = options
  }

  /** Has a thread do one job. Rejects with `JobFailedError` where the thread did not survive it. */
  run<Result>(message: unknown, transfer: readonly ArrayBuffer[] = []): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.queue.push({ message, transfer, resolve: resolve as (result: unknown) => void, reject })
      this.next()
    })
  }

  /** Ends every thread, whatever it does; jobs that were not done are rejected. */
  async close(): Promise<void> {
    this.closed = true
    const abandoned = [...this.queue.splice(0), ...[...this.threads].flatMap(thread => thread.task ?? [])]
    for (const task of abandoned) task.reject(new JobFailedError('crash'))
    await Promise.all([...this.threads].map(thread => thread.worker.terminate()))
  }

  private next(): void {
    if (this.closed) return
    for (const thread of this.threads) {
      if (this.queue.length === 0) return
      if (thread.ready && thread.task === null) this.start(thread, this.queue.shift())
    }
    const starting = [...this.threads].filter(thread => !thread.ready).length
    if (this.queue.length > starting && this.threads.size < this.options.threads) this.spawn()
  }

  private start(thread: Thread, task: Task | undefined): void {
    if (!task) return
    thread.task = task
    thread.timer = setTimeout(() => this.end(thread, new JobFailedError('time')), this.options.milliseconds)
    thread.worker.postMessage(task.message, [...task.transfer])
  }

  private spawn(): void {
    const worker = new Worker(this.options.script, {
      // A report leaves some 10 MB of garbage: with a young generation of 16 MB a quarter of the time goes into it, with
      // 32 MB two threads and their caller need more than 600 MB for 100,000 files.
      resourceLimits: { maxOldGenerationSizeMb: this.options.megabytes, maxYoungGenerationSizeMb: 24, stackSizeMb: 4 },
      // What a library prints is no part of our output.
      stdout: true,
      stderr: true,
    })
    worker.stdout.resume()
    worker.stderr.resume()
    const thread: Thread = { worker, ready: false, task: null, timer: null }
    this.threads.add(thread)
    worker.on('message', (message: unknown) => {
      if (thread.timer) clearTimeout(thread.timer)
      const { task } = thread
      thread.ready = true
      thread.task = null
      task?.resolve(message)
      this.next()
    })
    worker.on('error', (error: Error & { code?: string }) => {
      this.end(thread, new JobFailedError(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash', error))
    })
    worker.on('exit', () => this.end(thread, new JobFailedError('crash')))
  }

  private end(thread: Thread, failure: JobFailedError): void {
    if (!this.threads.delete(thread)) return
    if (thread.timer) clearTimeout(thread.timer)
    void thread.worker.terminate()
    // A thread that dies before its first job would be started for ever: the job that waits longest pays.
    const task = thread.task ?? (thread.ready ? null : this.queue.shift())
    task?.reject(failure)
    this.next()
  }
}
