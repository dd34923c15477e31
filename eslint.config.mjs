import nextPlugin from '@next/eslint-plugin-next';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const noRawSql = [
  {
    selector: 'MemberExpression[property.name=/^\\$(query|execute)RawUnsafe$/]',
    message: 'SQL is never built from strings: use $queryRaw`…` with parameters.',
  },
  {
    selector: "MemberExpression[object.name='Prisma'][property.name='raw']",
    message: 'Prisma.raw puts text into SQL as it stands: use Prisma.sql with parameters.',
  },
];
const noDefaultExport = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export by name: one name for a thing, wherever it is imported.',
  },
];
/** Next finds these by their default export, and tools their configuration. */
const defaultExportFiles = [
  '{app,bench/bare/app}/**/{page,layout,template,loading,error,not-found,default,global-error,global-not-found}.tsx',
  'app/**/{robots,sitemap,manifest,icon,apple-icon,opengraph-image}.{ts,tsx}',
  '{.,bench/bare}/*.config.{js,mjs,ts}',
  '*.config.{js,mjs,ts}',
];

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '.next/',
      '.next-*/',
      '.data/',
      '.test/',
      'lib/generated/',
      'next-env.d.ts',
      'coverage/',
      'playwright-report/',
      'test-results/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs,ts,tsx}'],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', ...noRawSql, ...noDefaultExport],
    },
  },
  { files: defaultExportFiles, rules: { 'no-restricted-syntax': ['error', ...noRawSql] } },
  {
    files: ['**/*.{ts,tsx,mts}'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, properties: false } },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['{app,components}/**/*.tsx', 'components/**/*.ts'],
    plugins: { ...jsxA11y.flatConfigs.recommended.plugins, '@next/next': nextPlugin, 'react-hooks': reactHooks },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      ...nextPlugin.configs['core-web-vitals'].rules,
      // A tenant's public site is plain HTML, whose links load pages.
      '@next/next/no-html-link-for-pages': 'off',
      // Written for the pages router and for images that Next resizes; ours are re-encoded at upload.
      '@next/next/no-head-element': 'off',
      '@next/next/no-img-element': 'off',
      // The first field of a form that is the whole page; on bare elements it stays refused.
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
      'react-hooks/exhaustive-deps': 'error',
      'react-hooks/rules-of-hooks': 'error',
    },
  },
);
