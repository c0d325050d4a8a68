/** The tables of better-auth 1.7 (its `compileMigrations()`), and our count of failed attempts. Frozen. */
export const SIGN_IN = `
create table auth_users (id text not null primary key, name text not null, email text not null unique, "emailVerified" boolean not null, image text, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz default current_timestamp not null, username text unique, "displayUsername" text, "twoFactorEnabled" boolean);
create table auth_sessions (id text not null primary key, "expiresAt" timestamptz not null, token text not null unique, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text, "userId" text not null references auth_users (id) on delete cascade);
create table auth_credentials (id text not null primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references auth_users (id) on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, scope text, password text, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null);
create table auth_verifications (id text not null primary key, identifier text not null, value text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz default current_timestamp not null);
create table auth_two_factors (id text not null primary key, secret text not null, "backupCodes" text not null, "userId" text not null references auth_users (id) on delete cascade, verified boolean, "failedVerificationCount" integer, "lockedUntil" timestamptz);
create index auth_sessions_user_idx on auth_sessions ("userId");
create index auth_credentials_user_idx on auth_credentials ("userId");
create index auth_verifications_identifier_idx on auth_verifications (identifier);
create index auth_two_factors_user_idx on auth_two_factors ("userId");
create table platform_sign_in_attempts (
  street_id text collate "C" not null,
  username text collate "C" not null,
  failures integer not null,
  locked_until timestamptz(3),
  at timestamptz(3) not null,
  primary key (street_id, username)
);
`
