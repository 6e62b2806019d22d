import './field.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { bringWords, startLanguage } from '../../shared/language/language';
import { TOKENS } from '../../shared/look/tokens';
import { FieldApp } from './field-app';
import { FieldSync } from '../offline/field-sync';
import { PhoneStore } from '../offline/phone-store';
import { watchVersions } from '../offline/versions';
import { PhoneContext } from './use-phone';

const root = document.getElementById('root');
if (root === null) throw new Error('field.html has an element for the app');

for (const [name, light] of Object.entries(TOKENS.light)) {
  const dark = TOKENS.dark[name as keyof typeof TOKENS.dark];
  document.documentElement.style.setProperty(`--amanah-${name}`, `light-dark(${light}, ${dark})`);
}
await startLanguage();
await bringWords('follow-up');
const store = new PhoneStore();
const phone = { store, sync: new FieldSync(store) };
await store.start();
watchVersions();
createRoot(root).render(
  <StrictMode>
    <PhoneContext value={phone}>
      <FieldApp />
    </PhoneContext>
  </StrictMode>,
);
