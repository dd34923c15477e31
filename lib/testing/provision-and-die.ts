/** A process that works on a run and is killed at one checkpoint, as by the operating system: `… RUN CHECKPOINT`. */
import { runProvisioning } from '@/lib/workflows/provisioning/engine';

const [runId = '', checkpoint = ''] = process.argv.slice(2);

await runProvisioning(runId, {
  lastAttempt: checkpoint.startsWith('undo:'),
  onCheckpoint: (reached) => {
    if (reached === checkpoint) process.kill(process.pid, 'SIGKILL');
    // What is undone has to fail first.
    if (checkpoint.startsWith('undo:') && reached === 'before:activate') throw new Error('as planned');
  },
});
