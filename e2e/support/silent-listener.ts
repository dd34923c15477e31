import net from 'node:net';

export interface SilentListener {
  /** Where a node reaches the database in the clear, until it is told nothing any more. */
  port: string;
  /** From now on nothing that the database says arrives, and no connection ends: the worst way to lose a notification. */
  silence: () => void;
  /** What was said since then. */
  swallowedBytes: () => number;
  stop: () => Promise<void>;
}

/** Stands between one node and the database. Only the connection that listens for changes leads through it. */
export async function startSilentListener(databasePort: number): Promise<SilentListener> {
  let silent = false;
  let swallowed = 0;
  const sockets = new Set<net.Socket>();
  const server = net.createServer((near) => {
    const far = net.connect(databasePort, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.once('close', () => (sockets.delete(socket), near.destroy(), far.destroy()));
    }
    near.pipe(far);
    far.on('data', (part) => (silent ? (swallowed += part.length) : near.write(part)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  return {
    port: String(port),
    silence: () => void (silent = true),
    swallowedBytes: () => swallowed,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
