export { CampaignPage } from './campaign-page';
export { CampaignsPage } from './campaigns-page';
export { EffectPage } from './effect-page';
export { OutreachPage } from './outreach-page';
export { SessionPage } from './session-page';
export { SessionsPage } from './sessions-page';
