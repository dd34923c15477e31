/** Servers of a test on this machine, and their end: also of connections that the other side would keep. */
import type { AddressInfo, Server, Socket } from 'node:net';

const open: Server[] = [];
const sockets = new Set<Socket>();

/** @returns the port */
export async function listen(server: Server): Promise<number> {
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('error', () => socket.destroy()).once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  return (server.address() as AddressInfo).port;
}

/** For `afterEach`. */
export async function stopListening(): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await Promise.all(open.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
}
