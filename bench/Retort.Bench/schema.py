"""SQLAlchemy and Alembic on the tables of SchemaTables.cs: schema.py reflect|check URL TABLES"""

import sys

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from schema_tables import declare
from sqlalchemy import MetaData, create_engine


def reflect(connection):
    """Reflects once for each line that comes in, and answers with the number of things found."""
    for _ in sys.stdin:
        metadata = MetaData()
        metadata.reflect(connection)
        found = (len(t.columns) + len(t.indexes) + len(t.foreign_keys) for t in metadata.tables.values())
        print(sum(found), flush=True)


def check(connection, tables):
    """Prints the differences between the models and the database; exit code 1: there are some."""
    metadata = MetaData()
    for number in range(tables):
        declare(metadata, number)
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    differences = compare_metadata(context, metadata)
    for difference in differences:
        print(difference)
    sys.exit(1 if differences else 0)


command, url, tables = sys.argv[1:]
with create_engine(url).connect() as connection:
    reflect(connection) if command == "reflect" else check(connection, int(tables))
