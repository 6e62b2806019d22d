import type { ActingPolicy } from './acting-rules.js';
import type { AppointmentFacts, AppointmentsAround } from './appointment-facts.js';

export const POLICY: ActingPolicy = { plhDaysLeast: 3, plhDaysMost: 30, pltMonthsLeast: 1, pltMonthsMost: 3 };

export const anAppointment = (more: Partial<AppointmentFacts> = {}): AppointmentFacts => ({
  officerId: 'siti',
  officeId: 'kranji',
  officeName: 'Kelurahan Kranji',
  kind: 'kelurahan',
  level: 'kelurahan',
  territoryCode: '32.75.02.1002',
  role: 'lurah',
  validFrom: '2023-01-01',
  ...more,
});

export const inKecamatan = (more: Partial<AppointmentFacts> = {}): AppointmentFacts =>
  anAppointment({
    officeId: 'barat',
    officeName: 'Kecamatan Bekasi Barat',
    kind: 'kecamatan',
    level: 'kecamatan',
    territoryCode: '32.75.02',
    role: 'camat',
    ...more,
  });

export const around = (more: Partial<AppointmentsAround> = {}): AppointmentsAround => ({
  ofOfficer: [],
  ofPost: [],
  leaves: [],
  ...more,
});
