import { NextRequest } from 'next/server';
import { requestedHost } from '@/lib/core/access/request-info';
import { hostOrigin } from '@/lib/platform/origins';
import { handlers } from '@/lib/workflows/sign-in/auth';

// In a route handler the request's URL carries the address the server is bound to; next-auth builds links and cookies from it.
const onOwnOrigin = (request: NextRequest): NextRequest => {
  const { pathname, search } = request.nextUrl;
  return new NextRequest(hostOrigin(requestedHost(request.headers)) + pathname + search, request);
};

export const GET = (request: NextRequest): Promise<Response> => handlers.GET(onOwnOrigin(request));
export const POST = (request: NextRequest): Promise<Response> => handlers.POST(onOwnOrigin(request));
