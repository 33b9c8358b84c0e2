"""The tables of SchemaTables.cs for SQLAlchemy."""

from sqlalchemy import BigInteger, Boolean, Column, DateTime, ForeignKeyConstraint, Index, Integer
from sqlalchemy import Numeric, PrimaryKeyConstraint, String, Table, Text, text
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
