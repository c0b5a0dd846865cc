#!/usr/bin/env node
import { run } from './run.ts'

process.exitCode = await run(process.argv.slice(2), {
  // To look at it opens it, which takes time that few commands need.
  get input() {
    return process.stdin
  },
  output: process.stdout,
  error: process.stderr,
  environment: process.env,
})
