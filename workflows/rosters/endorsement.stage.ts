import { type DeliveredDecision, territoryAt } from '#domain';
import { advanceTo, type CityPeriod, required, type StageRunner } from '../periods/city-period.js';
import { activities } from '../tasks/activities.js';
import { doubtsSettled } from './doubts.js';
import { decidedFor } from './kelurahan-task.js';

/**
 * Lurah, then camat, then the head of Dinsos, then the mayor sign the list over its hash. Offices do not wait for
 * their neighbours, and a return reopens only the kelurahan it names. Returned to the roster, a new version is made.
 */
export const endorsementStage: StageRunner = async (city) => {
  const rosterId = required(city.rosterId, 'rosterId');
  const kelurahan = await activities.listKelurahan(rosterId);
  let toSign = kelurahan;
  let toVerify: string[] = [];
  for (;;) {
    await endorseParts(city, kelurahan, toSign, toVerify);
    const refusal = await signedByCity(city);
    if (refusal === undefined) break;
    if (refusal.returnTo === 'roster') return advanceTo('roster');
    toVerify = await activities.returnedKelurahan(refusal.taskId, kelurahan);
    toSign = toVerify;
  }
  await activities.endorseRoster(rosterId);
  return advanceTo('closing');
};

/** The head of Dinsos, then the mayor; the decision that returned it, or undefined when both approved. */
async function signedByCity(city: CityPeriod): Promise<DeliveredDecision | undefined> {
  for (const kind of ['endorsement.dinsos', 'endorsement.mayor'] as const) {
    const decision = await decidedFor(city, kind, city.cityCode);
    if (decision.outcome === 'returned') return decision;
  }
  return undefined;
}

async function endorseParts(city: CityPeriod, all: string[], toSign: string[], toVerify: string[]): Promise<void> {
  const kecamatan = [...new Set(toSign.map((code) => territoryAt(code, 'kecamatan')))];
  await Promise.all(
    kecamatan.map((code) => {
      const within = (codes: string[]): string[] => codes.filter((part) => territoryAt(part, 'kecamatan') === code);
      return endorseKecamatan(city, code, within(all), within(toSign), within(toVerify));
    }),
  );
}

async function endorseKecamatan(
  city: CityPeriod,
  kecamatan: string,
  all: string[],
  toSign: string[],
  toVerify: string[],
): Promise<void> {
  let signing = toSign;
  let verifying = toVerify;
  for (;;) {
    await Promise.all(signing.map((code) => endorseKelurahan(city, code, verifying.includes(code))));
    const camat = await decidedFor(city, 'endorsement.camat', kecamatan);
    if (camat.outcome === 'approved') return;
    verifying = await activities.returnedKelurahan(camat.taskId, all);
    signing = verifying;
  }
}

async function endorseKelurahan(city: CityPeriod, kelurahan: string, mustVerify: boolean): Promise<void> {
  for (let isReturned = mustVerify; ; isReturned = true) {
    if (isReturned) {
      await decidedFor(city, 'verification.complete', kelurahan);
      // Who is eligible now after all may be one of whom it is asked who they are.
      await doubtsSettled(city);
    }
    const lurah = await decidedFor(city, 'endorsement.lurah', kelurahan);
    if (lurah.outcome === 'approved') return;
  }
}
