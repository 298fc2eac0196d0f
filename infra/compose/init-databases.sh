#!/bin/sh
# Runs once on an empty PostgreSQL: a database for each service, with an owner that migrates and a role that works.
set -eu
for service in programme recruitment placement finance assessment notifications; do
  psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" <<SQL
create role xibu_${service}_owner login password '${XIBU_DATABASE_PASSWORD}';
create role xibu_${service}_app login password '${XIBU_DATABASE_PASSWORD}';
create database xibu_${service} owner xibu_${service}_owner;
SQL
done
