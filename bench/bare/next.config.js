import path from 'node:path';

/** The floor: a Next application that does nothing of ours. */
export default {
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg'],
  // It runs from a folder whose packages are linked in from the project (bench/bare-application.ts).
  turbopack: { root: path.parse(process.cwd()).root },
};
