/** The user and group resources. */
import { userStatus } from '../rules.js';
import type { Group, User } from '../state.js';
import { type Resource, resource, timestamp, toMany, toOne, type View } from './document.js';

export function userResource(user: User, view: View): Resource {
  const names = [user.firstName, user.lastName].filter((name) => name !== null);
  return resource(view, 'users', user.id, {
    attributes: {
      fullName: names.length === 0 ? null : names.join(' '),
      firstName: user.firstName,
      lastName: user.lastName,
      email: user.email,
      status: userStatus(view.state, user, view.now),
      role: user.role,
      metadata: user.metadata,
      created: timestamp(user.created),
      updated: timestamp(user.updated),
    },
    relationships: (self) => ({
      group: toOne(self, 'group', 'groups', user.groupId),
      products: toMany(self, 'products'),
      licenses: toMany(self, 'licenses'),
      machines: toMany(self, 'machines'),
      tokens: toMany(self, 'tokens'),
    }),
  });
}

export function groupResource(group: Group, view: View): Resource {
  return resource(view, 'groups', group.id, {
    attributes: {
      name: group.name,
      maxUsers: group.maxUsers,
      maxLicenses: group.maxLicenses,
      maxMachines: group.maxMachines,
      metadata: group.metadata,
      created: timestamp(group.created),
      updated: timestamp(group.updated),
    },
    relationships: (self) => ({
      owners: toMany(self, 'owners'),
      users: toMany(self, 'users'),
      licenses: toMany(self, 'licenses'),
      machines: toMany(self, 'machines'),
    }),
  });
}
