/** The suites in the order they run, each with the real servers it needs: rules first, whole systems last. */
export const suites = {
  unit: [],
  web: [],
  architecture: ['postgres'],
  database: ['postgres'],
  workflow: ['test-server', 'temporal', 'postgres'],
  replay: process.env.AMANAH_RECORD === '1' ? ['temporal'] : [],
  api: ['postgres', 'temporal'],
  security: ['postgres', 'temporal'],
  e2e: ['system'],
  chaos: ['built'],
};
