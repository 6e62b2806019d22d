import { SetMetadata } from '@nestjs/common';
import type { Power } from '#domain';

export const POWER = 'amanah:power';

/** Names the power a route needs. A route without it is closed to everybody: see AuthGuard. */
export const RequirePower = (power: Power): MethodDecorator => SetMetadata(POWER, power);
