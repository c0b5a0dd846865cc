export type OutputProblem =
  | 'notAFolder'
  | 'folderMissing'
  | 'isFolder'
  | 'notWritable'
  | 'full'
  | 'locked'
  | 'busy'
  | 'noDatabase'
  | 'other'

const problems: Readonly<Record<string, OutputProblem>> = {
  EACCES: 'notWritable',
  EPERM: 'notWritable',
  EROFS: 'notWritable',
  ENOENT: 'folderMissing',
  EISDIR: 'isFolder',
  ENOTDIR: 'notAFolder',
  EEXIST: 'notAFolder',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EBUSY: 'busy',
}

/** The outputs could not be written; those that were there are untouched. */
export class OutputError extends Error {
  override readonly name = 'OutputError'
  readonly problem: OutputProblem
  readonly path: string

  constructor(problem: OutputProblem, path: string, cause?: unknown) {
    super(`${path}: ${cause instanceof Error ? cause.message : problem}`, { cause })
    this.problem = problem
    this.path = path
  }

  static from(error: unknown, path: string): OutputError {
    if (error instanceof OutputError) return error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    // The database gives no code, only words.
    const full = error instanceof Error && /no space left|disk quota|file too large/i.test(error.message)
    return new OutputError(full ? 'full' : (problems[code] ?? 'other'), path, error)
  }
}
