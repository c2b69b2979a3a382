import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import hooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Layers of renderer/, the highest first: a folder imports only from a line further down, or from itself. */
const LAYERS = [
  ['app', 'exports', 'video-stage', 'print'],
  ['compare', 'server', 'what-if', 'lessons', 'runs', 'presenter', 'check', 'about'],
  ['source-kinds'],
  ['source'],
  ['scenario'],
  ['video-export'],
  ['session'],
  ['live'],
  ['diagnostics'],
  ['captions', 'report', 'link-editor', 'computer-check'],
  ['apparatus', 'charts'],
  ['player', 'camera', 'link', 'services'],
  ['window'],
  ['ui'],
];

/** For every folder of a layer: what stands above it and beside it is closed to it. */
const layerRules = LAYERS.flatMap((layer, i) =>
  layer.map((folder) => {
    const beside = layer.filter((other) => other !== folder);
    const closed = [...LAYERS.slice(0, i).flat(), ...beside].join('|');
    const patterns = [
      { regex: '^(electron|node:.*)$', message: 'The window has no Node.' },
      { regex: `^(\\.\\./)+(${closed})/`, message: `${folder}/ is no layer above that one.` },
    ];
    return {
      files: [`renderer/${folder}/**/*.{ts,tsx}`],
      rules: {
        'no-restricted-imports': ['error', { patterns: patterns.slice(0, closed ? 2 : 1) }],
      },
    };
  }),
);

export default ts.config(
  { ignores: ['node_modules', 'out', 'out-build', 'dist', 'test-results'] },
  js.configs.recommended,
  { rules: { 'max-lines': ['error', 400] } },
  {
    files: ['scripts/**/*.mjs', 'test/failing-disk/*.mjs', '*.js', '*.mjs'],
    languageOptions: { globals: globals.node },
  },
  {
    // The bench's bare Electron app, bare servers and clients are run as they are, unbuilt; what takes the README's
    // pictures has functions that run in the page.
    files: ['test/bench/bare-app/**', 'test/bench/http/*.mjs', 'scripts/pictures.mjs'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  {
    // Electron requires it before the app.
    files: ['test/hold-ready.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: globals.node },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['model/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: ['electron', 'node:*', '**/electron/**', '**/renderer/**'] },
      ],
      'no-restricted-globals': ['error', 'window', 'document', 'process', 'performance', 'Date'],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [hooks.configs.flat['recommended-latest'] ?? hooks.configs['recommended-latest']],
  },
  ...layerRules,
  {
    // Playwright reads a fixture's needs from the names in its first argument, so it must be a pattern.
    files: ['test/e2e/**'],
    rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
  },
  prettier,
);
