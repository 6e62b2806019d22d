import { lazy, type ReactNode, Suspense } from 'react';
import { bringWords } from '../language/language';

/** Few are ever asked for a proof: it comes with its words when somebody is. */
const ProofForm = lazy(async () => {
  await bringWords('auth');
  return { default: (await import('../../auth/proof-form')).ProofForm };
});

/** Where something was refused for want of a proof: the code is typed here, and what was refused is done after all. */
export function ProofPrompt(): ReactNode {
  return (
    <Suspense fallback={null}>
      <ProofForm />
    </Suspense>
  );
}
