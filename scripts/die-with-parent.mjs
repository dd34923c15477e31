/** Preloaded into the processes that `npm start` starts: when it is killed without a chance to stop them, they end too. */
if (process.channel) {
  process.channel.unref();
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
