export { SpotCheckPage } from './spot-check-page';
export { SpotChecksPage } from './spot-checks-page';
