import { invalid, notFound, one, Refusal } from './container.ts';
import { categories, customers, findNamed, services } from './directory.ts';
import type { Endpoint, EndpointCall } from './endpoint.ts';
import { readPage, toList } from './pages.ts';
import type { Category, Customer, User } from './records.ts';

export const catalogueEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/cases/v2/service',
    run: ({ world, query }) => toList(world, services, readPage(query), item => item),
  },
  {
    method: 'get',
    path: '/cases/v2/service/:id',
    run: ({ params }) => one(requireNamed('Service', services, params['id'])),
  },
  {
    method: 'get',
    path: '/cases/v2/category',
    run: ({ world, query }) => toList(world, categories, readPage(query), renderCategory),
  },
  {
    method: 'get',
    path: '/cases/v2/category/:id',
    run: ({ params }) => one(renderCategory(requireNamed('Category', categories, params['id']))),
  },
  { method: 'get', path: '/cases/v2/servicesubscription', run: listSubscriptions },
  {
    method: 'get',
    path: '/currentuser/v1/user',
    run: ({ world, caller }) => one(renderSelf(caller.user, world.now())),
  },
  { method: 'get', path: '/currentuser/v1/customers', run: call => listCustomers(call, 'keyword') },
  { method: 'get', path: '/customers/v2/customer', run: call => listCustomers(call, 'keywords') },
  {
    method: 'get',
    path: '/customers/v2/customer/:id',
    run: ({ caller, params }) =>
      one(renderCustomer(requireNamed('Customer', visible(caller.user), params['id']))),
  },
];

function requireNamed<Item extends { id: number; shortName: string }>(
  what: string,
  items: readonly Item[],
  id: string | undefined,
): Item {
  const found = findNamed(items, id ?? '');
  if (found === undefined) throw notFound(what, id ?? '');
  return found;
}

function renderCategory({ closeNeedsField: _, bindings, ...category }: Category) {
  return {
    ...category,
    bindings: bindings.map(binding => {
      const service = findNamed(services, binding.service);
      return {
        service: { id: service?.id, name: service?.name, shortName: service?.shortName },
        caseTypes: binding.caseTypes,
      };
    }),
  };
}

/** A customer's people see their own; the provider's see all. */
function visible(user: User): readonly Customer[] {
  return user.customer === customers[0] ? customers : [user.customer];
}

function renderCustomer(customer: Customer) {
  return { ...customer, flags: [], type: customer === customers[0] ? 'GROUP' : 'CUSTOMER' };
}

function listCustomers({ world, caller, query }: EndpointCall, parameter: string) {
  const words = query.getAll(parameter).map(word => word.toLowerCase());
  const found = visible(caller.user).filter(customer =>
    words.every(word => `${customer.name} ${customer.shortName}`.toLowerCase().includes(word)),
  );
  return toList(world, found, readPage(query), renderCustomer);
}

function listSubscriptions({ world, caller, query }: EndpointCall) {
  const asked = query.getAll('customer');
  const unknown = asked.find(name => findNamed(visible(caller.user), name) === undefined);
  if (unknown !== undefined) throw new Refusal(412, invalid('customer', unknown, 'Unknown customer'));
  const found = visible(caller.user).filter(
    customer => asked.length === 0 || asked.some(name => findNamed([customer], name) !== undefined),
  );
  const subscriptions = found.flatMap(customer =>
    services.map(service => ({
      id: `010afb43-323e-463a-a3fc-${String(customer.id * 1_000 + service.id).padStart(12, '0')}`,
      service: { id: service.id, name: service.name, shortName: service.shortName },
      customer,
      currentUserAccess: {
        level: service.shortName === 'administrative' ? 'read' : 'write',
        role: caller.role,
      },
    })),
  );
  return toList(world, subscriptions, readPage(query), item => item);
}

function renderSelf(user: User, now: number) {
  return {
    id: user.id,
    userName: user.userName,
    name: user.name,
    customer: user.customer,
    domain: user.domain,
    properties: {},
    imageURL: null,
    mobile: null,
    email: user.userName.includes('@') ? user.userName : null,
    lastLoginTimestamp: now,
    lastImpersonationTimestamp: null,
    lastLoginIP: '192.0.2.10',
    timeZone: { description: 'Europe/Oslo' },
    language: 'ENGLISH',
    publicKey: null,
    ascendantIDs: [],
    flags: [],
  };
}
