/** Preloaded into the processes that `npm start` starts: when it is killed without a chance to stop them, they end too. */
// Next's development server forks itself and passes this on: its child lives from the messages of its parent, which ends it.
if (process.channel && process.env.NEXT_PRIVATE_WORKER === undefined) {
  process.channel.unref();
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
