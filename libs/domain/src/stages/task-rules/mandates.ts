import type { TaskRule } from '../task-rule.js';

/** Stage 2: the city answers its mandate. */
export const ACCEPTANCE_TASKS = {
  'mandate.accept': {
    stage: 'acceptance',
    role: 'dinsos_head',
    capacity: 'approve',
    chain: 'mandate',
    subject: 'mandate',
    matter: 'law',
    outcomes: ['approved', 'refused'],
    dueDays: 'due_days.acceptance',
    returnTo: [],
    bulkDecidable: false,
    skippable: false,
    freezable: false,
    ownOfficeOnly: true,
    mandatePower: null,
    drawsOnMandate: false,
    verb: 'accept',
    asks: 'nothing',
    madeInTask: false,
  },
} as const satisfies Record<string, TaskRule>;
