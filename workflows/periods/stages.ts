import type { StageName } from '#domain';
import { acceptanceStage } from '../mandates/acceptance.stage.js';
import { closingStage } from '../distribution/closing.stage.js';
import { distributionStage } from '../distribution/distribution.stage.js';
import { paymentStage } from '../distribution/payment.stage.js';
import { returnStage } from '../distribution/return.stage.js';
import { followUpStage } from '../follow-up/follow-up.stage.js';
import { reportingStage } from '../reporting/reporting.stage.js';
import { endorsementStage } from '../rosters/endorsement.stage.js';
import { identityStage } from '../rosters/identity.stage.js';
import { rosterStage } from '../rosters/roster.stage.js';
import { verificationStage } from '../rosters/verification.stage.js';
import type { StageRunner } from './city-period.js';

/** Every stage of a city's period; a stage of the catalogue without a runner does not compile. */
export const CITY_STAGES = {
  acceptance: acceptanceStage,
  roster: rosterStage,
  identity: identityStage,
  verification: verificationStage,
  endorsement: endorsementStage,
  closing: closingStage,
  payment: paymentStage,
  distribution: distributionStage,
  'follow-up': followUpStage,
  return: returnStage,
  reporting: reportingStage,
} satisfies Record<Exclude<StageName, 'allocation'>, StageRunner>;
