/**
 * Said with every answer. Scripts come from here and from files alone; styles may stand in the page, because the portal’s
 * components write them at run time. Nothing is loaded from or sent to any other origin.
 */
export function securityHeaders(isSecure: boolean): Readonly<Record<string, string>> {
  const policy = [
    ...["default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:"],
    ...["font-src 'self' data:", "connect-src 'self'", "worker-src 'self' blob:", "object-src 'none'"],
    ...["base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"],
  ];
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    ...(isSecure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}
