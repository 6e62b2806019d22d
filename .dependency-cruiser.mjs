/** What may not be imported: no circle of files, types included, and no application by another. `npm run circles`. */
export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'What two files need of each other stands in a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-app-imports-an-app',
      comment: 'Processes meet over HTTP, SFTP, PostgreSQL and Temporal; what they share lies in libs.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'resolvable',
      comment: 'Checks come before the build, so what scripts take from dist need not be there yet.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '(\\.css$|/dist/)' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      mainFields: ['types', 'main'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};
