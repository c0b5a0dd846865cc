// A worker that does what it is told, hostile things too.
import { parentPort } from 'node:worker_threads'

parentPort?.on('message', order => {
  if (order === 'loop') for (;;);
  if (order === 'eat') for (const eaten = []; ; ) eaten.push(new Array(100_000).fill(Math.random()))
  if (order === 'throw') throw new Error('thrown')
  if (order === 'exit') process.exit(3)
  parentPort?.postMessage(`did ${order}`)
})
parentPort?.postMessage('ready')
