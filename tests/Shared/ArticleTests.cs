using Retort;
using static Retort.Sql;

namespace Shared;

/// <summary>What attributes say, on one database: created, written, read back, and seen by the database's own rules.</summary>
public abstract class ArticleTests : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static MetaData Models { get; } = new(Article.Table, Section.Table, LogLine.Table, Node.Table);

    protected abstract Engine Engine { get; }

    public abstract void Dispose();

    [Fact]
    [Row("A8.same")]
    public async Task What_is_created_is_what_was_declared()
    {
        await Engine.CreateAllAsync(Models, Cancellation);
        await using var connection = await Engine.ConnectAsync(ConnectionPurpose.Inspection, Cancellation);
        var found = await connection.Inspector.ReadAsync(cancellationToken: Cancellation);
        var norms = await Engine.Dialect.NormsAsync(connection.QueryAsync, Models, found, Cancellation);

        foreach (var declared in Models.Tables)
        {
            var table = found.Find(declared.FullName)!;
            Assert.Equal(declared.Columns.Select(column => column.Name), table.Columns.Select(column => column.Name));
            foreach (var (one, other) in declared.Columns.Zip(table.Columns))
            {
                Assert.True(norms.SameType(one, other), $"{one} {other}");
                Assert.True(norms.SameDefault(one, other), $"{one} {other.ServerDefault}");
                Assert.True(norms.SameComputed(one, other), $"{one} {other.Computed}");
                Assert.Equal(one.Nullable, other.Nullable);
                if (Engine.Dialect.Syntax.Comments)
                    Assert.Equal(one.Comment, other.Comment);
            }
            Assert.Equal(declared.PrimaryKey, table.PrimaryKey);
            Assert.Equal(declared.UniqueConstraints, table.UniqueConstraints);
            Assert.Equal(declared.ForeignKeys.Order(ByName), table.ForeignKeys.Order(ByName));
            Assert.All(declared.Indexes, index => Assert.Contains(table.Indexes, each => Same(table, index, each)));
            Assert.All(
                declared.CheckConstraints,
                check => Assert.Contains(table.CheckConstraints, each => norms.SameCheck(table, check, each))
            );
        }

        bool Same(Table table, TableIndex one, TableIndex other) =>
            one.Name == other.Name && norms.SameIndex(table, one, other);
    }

    [Fact]
    [Row("A4.primary-key")]
    [Row("A5.computed")]
    [Row("A5.server-default")]
    public async Task What_the_database_gives_is_read_back_when_a_row_is_inserted()
    {
        await Engine.CreateAllAsync(Models, Cancellation);
        await using var session = new Session(Engine);
        var article = NewArticle("a", 1);
        article.Words = 21;
        session.Add(
            new Section
            {
                Book = 1,
                Number = 2,
                Title = "s",
            }
        );
        session.Add(article);
        article.SectionBook = 1;
        article.SectionNumber = 2;
        await session.CommitAsync(Cancellation);

        Assert.Equal((42, "draft", 3, 2), (article.Twice, article.State, article.Rank, article.Two));
        Assert.NotEqual(default, article.CreatedAt);

        await using var other = new Session(Engine);
        var read = await other.GetAsync<Article>("a", 1, Cancellation);
        Assert.Equal((42, 12.345m, "placed"), (read!.Twice, read.Price, read.Placed));
    }

    [Fact]
    [Row("A6.check")]
    [Row("A6.unique-class")]
    [Row("A7.composite")]
    public async Task The_database_refuses_what_attributes_forbid()
    {
        await Engine.CreateAllAsync(Models, Cancellation);

        await RefusedAsync(ConstraintKind.Check, NewArticle("a", 1, article => article.Words = -1));
        await RefusedAsync(ConstraintKind.Check, NewArticle("a", 1, article => article.Words = 100_000));
        await RefusedAsync(ConstraintKind.Unique, NewArticle("a", 1), NewArticle("a", 2));
        await RefusedAsync(
            ConstraintKind.ForeignKey,
            NewArticle("a", 1, article => (article.SectionBook, article.SectionNumber) = (7, 7))
        );
        await RefusedAsync(ConstraintKind.ForeignKey, NewArticle("a", 1, article => article.SectionTitle = "none"));
    }

    [Fact]
    [Row("A4.keyless")]
    public async Task A_table_without_key_is_queried_and_not_tracked()
    {
        await Engine.CreateAllAsync(Models, Cancellation);
        await using var session = new Session(Engine);
        var at = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        await session.ExecAsync(
            Insert(LogLine.Table).Set(line => line.At, at).Set(line => line.Message, "hello"),
            Cancellation
        );

        var line = Assert.Single(await session.Exec(Select(LogLine.Table)).ToListAsync(Cancellation));
        Assert.Equal((at, "hello"), (line.At, line.Message));
        var error = Assert.ThrowsAny<Exception>(() => session.Add(line));
        Assert.Contains("log_line", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Row("A4.not-counted")]
    [Row("A7.self")]
    public async Task A_key_that_is_not_counted_is_the_applications()
    {
        await Engine.CreateAllAsync(Models, Cancellation);
        await using var session = new Session(Engine);
        session.AddAll([new Node { Id = 5, ParentId = 7 }, new Node { Id = 7 }]);
        await session.CommitAsync(Cancellation);

        Assert.Equal(7, (await session.GetAsync<Node>(5, Cancellation))!.ParentId);
    }

    private static Comparer<ForeignKeyConstraint> ByName { get; } =
        Comparer<ForeignKeyConstraint>.Create((one, other) => string.CompareOrdinal(one.Name, other.Name));

    private static Article NewArticle(string code, int number, Action<Article>? change = null)
    {
        var article = new Article
        {
            Code = code,
            Number = number,
            Title = "t",
            Price = 12.345m,
            Placed = "placed",
        };
        change?.Invoke(article);
        return article;
    }

    private async Task RefusedAsync(ConstraintKind kind, params Article[] articles)
    {
        await using var session = new Session(Engine);
        session.AddAll(articles);
        var error = await Assert.ThrowsAsync<ConstraintViolationException>(() => session.CommitAsync(Cancellation));
        Assert.Equal(kind, error.Kind);
    }
}
