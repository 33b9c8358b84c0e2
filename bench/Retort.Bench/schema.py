"""SQLAlchemy and Alembic on the tables of SchemaTables.cs: schema.py reflect|check URL TABLES"""

import sys

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import BigInteger, Boolean, Column, DateTime, Float, ForeignKeyConstraint, Index, Integer, MetaData
from sqlalchemy import Numeric, PrimaryKeyConstraint, String, Table, Text, create_engine, text
from sqlalchemy.dialects.postgresql import DOUBLE_PRECISION, UUID


def declare(metadata, number):
    name, parent = f"table_{number}", f"table_{number // 2}"
    Table(
        name,
        metadata,
        Column("id", BigInteger, autoincrement=False, nullable=False),
        Column("parent_id", BigInteger),
        Column("token", UUID, nullable=False),
        Column("name", String(100), nullable=False),
        Column("status", String(20), nullable=False, server_default="new"),
        Column("amount", Numeric(10, 2), nullable=False, server_default=text("0")),
        Column("quantity", Integer),
        Column("active", Boolean, nullable=False, server_default=text("true")),
        Column("note", Text),
        Column("score", DOUBLE_PRECISION),
        Column("created_at", DateTime(timezone=True), nullable=False, server_default=text("now()")),
        PrimaryKeyConstraint("id", name=f"pk_{name}"),
        ForeignKeyConstraint(["parent_id"], [f"{parent}.id"], name=f"fk_{name}_parent_id_{parent}"),
        Index(f"ix_{name}_name", "name"),
        Index(f"ix_{name}_status_created_at", "status", "created_at"),
    )


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
