/** Which room may use which: the import directions of docs/architecture.md, held as errors. */

const OURS = '^(app|components|lib|prisma|scripts|bench|e2e)/|^middleware\\.ts$';
const TESTS = '\\.test\\.tsx?$';
/** The slices of lib/core, lowest first: each may use those before it. */
const CORE_ORDER = ['access', 'jobs', 'audit', 'plans', 'flags', 'usage', 'branding', 'email'];
const SLICE_RULES = '^lib/(core|features|workflows)/[^/]+/(schema|rules)\\.ts$';
const SHARED_COMPONENTS = '^components/(ui|shell|charts|i18n)/';

/** Files of `from` may import, of our own code, what `allowed` names and nothing else. */
function only(name, from, ...allowed) {
  return {
    name,
    severity: 'error',
    from: { path: from, pathNot: [TESTS, '^lib/testing/'] },
    to: { path: OURS, pathNot: allowed },
  };
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A part that imports the type of its whole is no cycle: nothing of it is left at run time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'edge-imports-nothing',
      comment:
        'It runs at the edge: Web APIs only, no package, no Node; the words of its own pages and their language aside.',
      severity: 'error',
      from: { path: '^lib/edge/', pathNot: TESTS },
      to: { pathNot: '^lib/edge/|^lib/messages/([a-z]+/edge\\.json|locales\\.ts)$' },
    },
    only('middleware-uses-edge-only', '^middleware\\.ts$', '^lib/edge/'),
    only('messages-stand-alone', '^lib/messages/', '^lib/messages/'),
    only('platform', '^lib/platform/', '^lib/(platform|edge|messages)/'),
    only('tenancy', '^lib/tenancy/', '^lib/(tenancy|platform|edge|generated)/'),
    only('core', '^lib/core/', '^lib/(core|tenancy|platform|edge|messages|generated)/'),
    only('features', '^lib/features/', '^lib/(features|core|tenancy|platform|edge|messages|generated)/'),
    only('workflows', '^lib/workflows/', '^lib/(workflows|features|core|tenancy|platform|edge|messages|generated)/'),
    only('http', '^lib/http/', '^lib/(http|core|tenancy|platform|edge|messages)/'),
    only('worker', '^lib/worker/', '^lib/(?!http/)'),
    {
      name: 'features-do-not-know-each-other',
      comment: 'Siblings meet in a workflow.',
      severity: 'error',
      from: { path: '^lib/features/([^/]+)/', pathNot: TESTS },
      to: { path: '^lib/features/', pathNot: '^lib/features/$1/' },
    },
    ...CORE_ORDER.slice(0, -1).map((slice, at) => ({
      name: `core-order-${slice}`,
      severity: 'error',
      from: { path: `^lib/core/${slice}/`, pathNot: TESTS },
      to: { path: `^lib/core/(${CORE_ORDER.slice(at + 1).join('|')})/` },
    })),
    {
      name: 'store-is-private-to-its-slice',
      severity: 'error',
      from: { path: '^(lib/(?:core|features|workflows)/[^/]+)/', pathNot: TESTS },
      to: { path: '^lib/.*/store\\.ts$', pathNot: '^$1/' },
    },
    {
      name: 'store-is-private-to-lib',
      severity: 'error',
      from: { pathNot: ['^lib/(core|features|workflows)/[^/]+/', TESTS] },
      to: { path: '^lib/(core|features|workflows)/[^/]+/store\\.ts$' },
    },
    {
      name: 'database-client-stays-in-lib',
      severity: 'error',
      from: { path: '^(app|components)/' },
      to: { path: '^lib/generated/|node_modules/(pg|@prisma)/' },
    },
    only(
      'primitives-know-no-domain',
      '^components/(ui|i18n|charts)/',
      '^components/(ui|i18n|charts)/',
      '^lib/messages/',
    ),
    only('shell', '^components/shell/', SHARED_COMPONENTS, '^lib/messages/', SLICE_RULES),
    {
      name: 'components-of-a-feature',
      comment: 'A component shares schema and rules with the server; the types of what it is given are free.',
      severity: 'error',
      from: { path: '^components/(?!ui/|shell/|charts/|i18n/)([^/]+)/', pathNot: TESTS },
      to: {
        path: OURS,
        pathNot: ['^components/$1/', SHARED_COMPONENTS, '^lib/messages/', SLICE_RULES],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'components-never-know-the-server',
      severity: 'error',
      from: { path: '^components/', pathNot: TESTS },
      to: { path: '^(app|lib/(generated|platform|tenancy|worker))/' },
    },
    only(
      'app',
      '^app/',
      '^app/',
      '^components/',
      '^lib/(http|workflows|features|core|messages|edge)/',
      '^lib/(tenancy|platform)/',
    ),
    { name: 'nothing-imports-app', severity: 'error', from: { path: '^(lib|components)/' }, to: { path: '^app/' } },
    {
      name: 'test-tools-stay-in-tests',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: [TESTS, '^lib/testing/'] },
      to: { path: '^lib/testing/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^lib/generated'] },
    exclude: { path: ['\\.css$'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ['react-server', 'import', 'require', 'node', 'default', 'types'] },
  },
};
