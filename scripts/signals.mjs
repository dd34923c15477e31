/**
 * Calls back when this process is asked to stop. Ctrl-C in a terminal reaches every process of the group by itself, so
 * there the callback gets no signal to pass on: twice the same signal means "at once" to many programs.
 */
export function onStopSignal(stop) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => stop(signal === 'SIGINT' && process.stdin.isTTY ? 0 : signal));
  }
}
