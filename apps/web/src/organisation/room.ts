/** The pages of the room, fetched as one: each by itself would add a name to what the first script must know. */
export { ImportPage } from './import-page';
export { OfficerPage } from './officer-page';
export { OfficersPage } from './officers-page';
export { OfficesPage } from './offices-page';
