import { HttpResponse, http, type RequestHandler } from 'msw';
import { customer } from './accounts.ts';
import { json } from './answers.ts';
import { guarded, type Service } from './service.ts';

/** Users and the customer account: the gateway generation only. */
export function directoryHandlers(service: Service): RequestHandler[] {
  return [
    http.get(
      `${service.origin}/v1/customer`,
      guarded(service, () => json(customer)),
    ),
    http.get(
      `${service.origin}/v1/users`,
      guarded(service, ({ url }) => {
        const page = Number(url.searchParams.get('page') ?? 1);
        const pageSize = Number(url.searchParams.get('pageSize') ?? 500);
        if (!Number.isInteger(page) || page < 1 || !Number.isInteger(pageSize) || pageSize < 1)
          return new HttpResponse(null, { status: 400 });
        const username = url.searchParams.get('username');
        const active = url.searchParams.get('active')?.toLowerCase();
        const users = [...service.state.users.values()].filter(
          user =>
            (username === null || user.username === username) &&
            (active === undefined || user.isActive === (active === 'true')) &&
            // Nobody is blocked here.
            url.searchParams.get('blocked')?.toLowerCase() !== 'true',
        );
        const first = (page - 1) * pageSize;
        return json({
          users: users.slice(first, first + pageSize).map(user => ({
            legacyUserId: user.uid.slice(-6),
            userId: user.uid,
            username: user.username,
            firstName: user.firstName,
            lastName: user.lastName,
            active: user.isActive,
            blocked: false,
            creationDate: '2024-02-12T16:49:11.166000Z',
            modificationDate: '2026-09-01T17:05:44.524000Z',
          })),
          totalCount: users.length,
        });
      }),
    ),
  ];
}
