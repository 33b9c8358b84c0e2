namespace Retort.Tool.Tests;

/// <summary>What a revision does, as it is compiled.</summary>
public sealed class ShowTests(HeroProject project) : IClassFixture<HeroProject>
{
    [Fact, Row("G4.show")]
    public async Task Show_tells_operations_and_SQL_of_the_compiled_project()
    {
        (await project.OnAsync("show.db", "show", project.First, "-v")).Succeeds(
            $"Rev: {project.First}",
            "    op.CreateTable(\"hero\",",
            "    CREATE TABLE hero (",
            "    DROP TABLE hero;"
        );
        Assert.False(File.Exists(project.PathOf("show.db")));
    }
}
