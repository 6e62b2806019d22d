/** The pages of the room, fetched as one: each by itself would add a name to what the first script must know. */
export { ImportPage } from './import/import-page';
export { OfficerPage } from './officers/officer-page';
export { OfficersPage } from './officers/officers-page';
export { OfficesPage } from './offices/offices-page';
