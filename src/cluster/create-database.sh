#!/bin/sh
# Patroni calls this once, with the address of a new cluster's primary: the role and the database of Loa.
exec psql -q -v ON_ERROR_STOP=1 "$1" -c "create role loa login password '$LOA_PASSWORD'" -c 'create database loa owner loa' \
  -c '\connect loa' -c 'create extension pg_stat_statements'
